package org.orderly.tests.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.microshed.testing.jaxrs.RESTClient;
import org.microshed.testing.jupiter.MicroShedTest;
import org.microshed.testing.jwt.JwtConfig;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.TestProducts;

/** Black-box tests as an integrator would write them, with clients made of JAX-RS interfaces. */
@ExtendWith(RunningShop.class)
@MicroShedTest
public class ShoppingIT {

  private static final String ISSUER = "https://orderly.local";
  private static final String SOMEBODY = "019a9f00-0000-7000-8000-00000000aaaa";

  /** What everybody may read. */
  @Path("/api/v1")
  @Produces("application/json")
  public interface ShopWindow {

    @GET
    @Path("/products")
    Map<String, Object> products(@QueryParam("q") String q, @QueryParam("limit") int limit);

    @GET
    @Path("/products/{id}")
    Map<String, Object> product(@PathParam("id") String id);

    @GET
    @Path("/categories")
    Map<String, Object> categories();

    @GET
    @Path("/inventory/{id}")
    Map<String, Object> stock(@PathParam("id") String id);
  }

  /** What a signed-in person may read. */
  @Path("/api/v1")
  @Produces("application/json")
  public interface Account {

    @GET
    @Path("/orders")
    Map<String, Object> orders();

    @GET
    @Path("/orders/all")
    Map<String, Object> allOrders();

    @GET
    @Path("/balance")
    Map<String, Object> balance(@QueryParam("currency") String currency);

    @GET
    @Path("/cart")
    Map<String, Object> cart();
  }

  @RESTClient public static ShopWindow window;

  @RESTClient
  @JwtConfig(
      issuer = ISSUER,
      subject = SOMEBODY,
      claims = {"groups=customer,", "jti=microshed-1", "upn=customer@example.org"})
  public static Account customer;

  @RESTClient
  @JwtConfig(
      issuer = ISSUER,
      subject = SOMEBODY,
      claims = {"groups=admin,", "jti=microshed-2", "upn=admin@example.org"})
  public static Account admin;

  @RESTClient
  @JwtConfig(
      issuer = "https://somebody.else",
      subject = SOMEBODY,
      claims = {"groups=admin,", "jti=microshed-3"})
  public static Account stranger;

  @RESTClient public static Account nobody;

  @Test
  void everybodyMayLookAtWhatIsSold() {
    TestProducts cup = TestProducts.listed("3.99", "EUR", 7, 2);
    assertThat(items(window.products(cup.sku(), 5))).isNotEmpty();
    assertThat(window.product(cup.id().toString())).containsEntry("sku", cup.sku());
    assertThat(items(window.categories())).isNotEmpty();
    assertThat(window.stock(cup.id().toString()).get("available")).hasToString("7");
    assertThatThrownBy(() -> window.product(SOMEBODY)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void customerSeesTheirOwn() {
    assertThat(items(customer.orders())).isEmpty();
    assertThat(items(customer.cart())).isEmpty();
    assertThat(customer.balance("EUR").get("balances"))
        .isEqualTo(List.of(Map.of("amount", "0.00", "currency", "EUR")));
    assertThatThrownBy(() -> customer.allOrders()).isInstanceOf(ForbiddenException.class);
  }

  @Test
  void adminSeesEverybodysOrders() {
    assertThat(admin.allOrders()).containsKey("items");
  }

  @Test
  void whoIsUnknownOrSentByOthersSeesNothing() {
    assertThatThrownBy(() -> nobody.orders()).isInstanceOf(NotAuthorizedException.class);
    assertThatThrownBy(() -> stranger.allOrders()).isInstanceOf(NotAuthorizedException.class);
  }

  private static List<?> items(Map<String, Object> page) {
    return (List<?>) page.get("items");
  }
}
