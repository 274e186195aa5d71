package org.orderly.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.glassfish.jersey.server.ContainerRequest;
import org.junit.jupiter.api.Test;
import org.orderly.kernel.OrderId;
import org.orderly.ordering.OrderNotFound;
import org.orderly.ordering.access.OrderActor;
import org.orderly.web.problem.Problem;

class OrderTokenFilterTest {

  private static final OrderId ORDER = OrderId.newId();

  private final OrderTokenFilter filter = new OrderTokenFilter(false, this::guest);
  private final OrderTokenFilter ofLinks = new OrderTokenFilter(true, this::guest);

  private OrderActor.Guest guest(OrderId order, String token) {
    if (!order.equals(ORDER) || !token.equals("right")) {
      throw new OrderNotFound(order);
    }
    return new OrderActor.Guest(order);
  }

  private static ContainerRequest with(String header, ContainerRequest request) {
    request.header(OrderToken.HEADER, header);
    return request;
  }

  private static ContainerRequest toOrder(String query) {
    return Requests.toOrder(ORDER.toString(), query);
  }

  private static void assertGuest(ContainerRequest request) {
    assertThat(request.getAbortResponse()).isNull();
    assertThat(request.getProperty(OrderToken.GUEST)).isEqualTo(new OrderActor.Guest(ORDER));
    assertThat(request.getSecurityContext().getUserPrincipal().getName()).isEqualTo(Roles.GUEST);
    assertThat(request.getSecurityContext().isUserInRole(Roles.GUEST)).isTrue();
    assertThat(request.getSecurityContext().isUserInRole(Roles.CUSTOMER)).isFalse();
  }

  private static void assertNobody(ContainerRequest request) {
    assertThat(request.getProperty(OrderToken.GUEST)).isNull();
    assertThat(request.getSecurityContext().getUserPrincipal()).isNull();
  }

  @Test
  void makesWhoeverHasTheTokenTheGuestOfTheOrder() {
    ContainerRequest request = with("right", toOrder(""));
    filter.filter(request);
    assertGuest(request);
  }

  @Test
  void leavesARequestWithoutATokenToOthers() {
    ContainerRequest request = toOrder("");
    ofLinks.filter(request);
    assertNobody(request);
    assertThat(request.getAbortResponse()).isNull();
  }

  @Test
  void readsTheQueryWhereLinksHaveTheToken() {
    ContainerRequest request = toOrder("?token=right");
    ofLinks.filter(request);
    assertGuest(request);

    ContainerRequest elsewhere = toOrder("?token=right");
    filter.filter(elsewhere);
    assertNobody(elsewhere);

    ContainerRequest both = with("right", toOrder("?token=wrong"));
    ofLinks.filter(both);
    assertGuest(both);
  }

  @Test
  void knowsNoOrderByAWrongTokenOrByAnothers() {
    for (String token : new String[] {"wrong", ""}) {
      ContainerRequest request = with(token, toOrder(""));
      assertThatThrownBy(() -> filter.filter(request)).isInstanceOf(OrderNotFound.class);
      assertNobody(request);
    }
    ContainerRequest another = with("right", Requests.toOrder(OrderId.newId().toString(), ""));
    assertThatThrownBy(() -> filter.filter(another)).isInstanceOf(OrderNotFound.class);
    assertNobody(another);
  }

  @Test
  void leadsNowhereWithWhatIsNoId() {
    ContainerRequest request = with("right", Requests.toOrder("42", ""));
    filter.filter(request);
    assertThat(request.getAbortResponse().getStatus()).isEqualTo(404);
    assertNobody(request);
  }

  @Test
  void refusesABearerTokenBesideIt() {
    for (String token : new String[] {"right", "wrong"}) {
      ContainerRequest request = with(token, Requests.toOrder(ORDER.toString(), "", "admin"));
      filter.filter(request);
      assertThat(request.getAbortResponse().getStatus()).isEqualTo(400);
      assertThat(((Problem) request.getAbortResponse().getEntity()).code())
          .isEqualTo("two-authentications");
      assertThat(request.getProperty(OrderToken.GUEST)).isNull();
    }
  }
}
