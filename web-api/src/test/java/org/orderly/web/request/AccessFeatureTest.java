package org.orderly.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.reflect.Method;
import org.glassfish.jersey.model.internal.CommonConfig;
import org.glassfish.jersey.model.internal.ComponentBag;
import org.glassfish.jersey.server.ContainerRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderly.kernel.OrderId;
import org.orderly.ordering.access.OrderActor;
import org.orderly.web.problem.Problem;

class AccessFeatureTest {

  private static final int PASSES = 0;

  static class SaysNothing {
    public void plain() {}

    @PermitAll
    public void open() {}

    @RolesAllowed("admin")
    public void admin() {}
  }

  @PermitAll
  static class Open {
    public void plain() {}

    @RolesAllowed("admin")
    public void admin() {}
  }

  @RolesAllowed({"customer", "vendor"})
  static class ForShoppers {
    public void plain() {}

    @PermitAll
    public void open() {}

    @RolesAllowed("admin")
    public void admin() {}
  }

  @RolesAllowed({"admin", Roles.API_CLIENT})
  static class ForApiClients {
    public void plain() {}

    @Scopes(Scopes.STOCK_WRITE)
    public void stock() {}

    @RolesAllowed("admin")
    @Scopes(Scopes.STOCK_WRITE)
    public void admin() {}
  }

  @ParameterizedTest
  @CsvSource({
    "SaysNothing, plain, 401, 403, 403",
    "SaysNothing, open,  0,   0,   0",
    "SaysNothing, admin, 401, 403, 0",
    "Open,        plain, 0,   0,   0",
    "Open,        admin, 401, 403, 0",
    "ForShoppers, plain, 401, 0,   403",
    "ForShoppers, open,  0,   0,   0",
    "ForShoppers, admin, 401, 403, 0"
  })
  void letsInWhomTheMethodOrElseItsClassNames(
      String resource, String method, int nobody, int customer, int admin) throws Exception {
    Class<?> type = Class.forName(AccessFeatureTest.class.getName() + "$" + resource);
    assertThat(answer(type, method, Requests.byNobody())).isEqualTo(nobody);
    assertThat(answer(type, method, Requests.by("customer"))).isEqualTo(customer);
    assertThat(answer(type, method, Requests.by("admin"))).isEqualTo(admin);
    assertThat(answer(type, method, Requests.by("customer", "admin")))
        .isEqualTo(Math.min(customer, admin));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "stock, stock:write,               0",
        "stock, catalog:write stock:write, 0",
        "stock, catalog:write,             403",
        "stock, stock:writer,              403",
        "stock, none,                      403",
        "plain, stock:write,               403",
        "admin, stock:write,               403"
      })
  void letsInAnApiClientThatHasTheScopeOfTheMethod(String method, String scopes, int answer)
      throws Exception {
    assertThat(answer(ForApiClients.class, method, Requests.byApiClient(scopes))).isEqualTo(answer);
    assertThat(answer(ForApiClients.class, method, Requests.by("admin")))
        .as("people have no scopes")
        .isEqualTo(PASSES);
  }

  private static int answer(Class<?> type, String method, ContainerRequest request)
      throws ReflectiveOperationException, IOException {
    CommonConfig registered = new CommonConfig(RuntimeType.SERVER, ComponentBag.INCLUDE_ALL);
    new AccessFeature().configure(new Operation(type, type.getMethod(method)), registered);
    for (Object filter : registered.getInstances()) {
      ((ContainerRequestFilter) filter).filter(request);
    }
    Response refusal = request.getAbortResponse();
    return refusal == null ? PASSES : refusal.getStatus();
  }

  static class ForGuestsToo {
    @RolesAllowed({"customer", "guest"})
    public void one() {}
  }

  @Test
  void letsAGuestInWhereGuestsAreNamed() throws Exception {
    assertThat(answer(ForGuestsToo.class, "one", byGuest())).isEqualTo(PASSES);
    assertThat(answer(ForShoppers.class, "plain", byGuest())).isEqualTo(401);
    assertThat(answer(SaysNothing.class, "admin", byGuest())).isEqualTo(401);
    assertThat(answer(ForGuestsToo.class, "one", Requests.byNobody())).isEqualTo(401);
  }

  @Test
  void takesNobodyForAGuestWhoseBearerTokenSaysSo() throws Exception {
    assertThat(answer(ForGuestsToo.class, "one", Requests.by("guest"))).isEqualTo(403);
    assertThat(answer(ForGuestsToo.class, "one", Requests.by("customer", "guest")))
        .isEqualTo(PASSES);
  }

  private static ContainerRequest byGuest() {
    OrderId order = OrderId.newId();
    ContainerRequest request = Requests.toOrder(order.toString(), "");
    request.header(OrderToken.HEADER, "right");
    new OrderTokenFilter(false, (id, token) -> new OrderActor.Guest(id)).filter(request);
    request.getHeaders().remove(OrderToken.HEADER);
    return request;
  }

  @Test
  void tellsAnAdminWhoLacksASecondFactorWhatIsMissing() throws Exception {
    assertThat(refusalOf(Requests.by("customer", "admin-pending")))
        .isEqualTo("totp-enrolment-required");
    assertThat(refusalOf(Requests.by("customer"))).isEqualTo("forbidden");
  }

  private static String refusalOf(ContainerRequest request) throws Exception {
    assertThat(answer(SaysNothing.class, "admin", request)).isEqualTo(403);
    return ((Problem) request.getAbortResponse().getEntity()).code();
  }

  private record Operation(Class<?> type, Method method) implements ResourceInfo {

    @Override
    public Method getResourceMethod() {
      return method;
    }

    @Override
    public Class<?> getResourceClass() {
      return type;
    }
  }
}
