package org.orderly.ordering.guests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderly.ordering.OrderActions.item;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.identity.person.EmailAddress;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.OrderActions;
import org.orderly.ordering.OrderNotFound;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.PlaceOrder;
import org.orderly.ordering.access.OrderActor;
import org.orderly.ordering.overview.OrderViews;
import org.orderly.payment.method.PaymentMethod;
import org.orderly.payment.method.PaymentSelection;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;

/** Orders without an account, from the token to the account that takes them over. */
class GuestOrdersDatabaseTest {

  private static final String ADDRESS = "ada@example.org";
  private static final PaymentSelection CARD =
      new PaymentSelection(PaymentMethod.CARD, "tok_1", null);
  private static final UserId ADA = GuestOrders.guest(EmailAddress.of(ADDRESS));

  @RegisterExtension static final Application APP = Application.on(OrderActions.DOMAINS);

  private final OrderActions shop = new OrderActions(APP);
  private final UserId account = UserId.newId();
  private GuestOrders guests;
  private ProductId tea;
  private OrderView order;
  private String token;

  @BeforeEach
  void placeAsAGuest() {
    guests = APP.bean(GuestOrders.class);
    tea = shop.product("2.50", 100);
    order = place(CARD, item(tea, 2));
    token = guests.token(order.id());
    shop.forgetEvents();
  }

  private OrderView place(PaymentSelection payment, ProductQuantity... items) {
    IdempotencyKey request = new IdempotencyKey(ADA, "place-order", null, "");
    return APP.bean(GuestCheckout.class)
        .place(
            new PlaceOrder(ADA, List.of(items), OrderActions.HOME, payment, null, ADDRESS, request))
        .value();
  }

  private OrderView view(String sent) {
    return APP.bean(OrderViews.class).one(guests.authenticate(order.id(), sent), order.id());
  }

  private String owner() {
    return APP.database("ordering")
        .row("select user_id, guest_id, guest_email from orders where id = ?", order.id().value());
  }

  @Test
  void showsAnOrderToItsTokenAlone() {
    assertThat(view(token)).isEqualTo(order);
    for (String other : new String[] {null, "", "x", token + "x", guests.token(OrderId.newId())}) {
      assertThatThrownBy(() -> view(other)).isInstanceOf(OrderNotFound.class);
      assertThatThrownBy(() -> guests.adopt(order.id(), other, account))
          .isInstanceOf(OrderNotFound.class);
    }
    OrderActor guest = guests.authenticate(order.id(), token);
    OrderView anothers = place(CARD, item(tea, 1));
    for (OrderId id : List.of(anothers.id(), OrderId.newId())) {
      assertThatThrownBy(() -> APP.bean(OrderViews.class).one(guest, id))
          .isInstanceOf(OrderNotFound.class);
    }
  }

  @Test
  void tellsHowToReachTheGuest() {
    assertThat(guests.contact(order.id()))
        .hasValueSatisfying(
            contact -> {
              assertThat(contact.email()).isEqualTo(ADDRESS);
              assertThat(contact.name()).isEqualTo(OrderActions.HOME.name());
              assertThat(contact.token()).isEqualTo(token);
            });
  }

  @Test
  void givesAnOrderAndItsPaymentsToAnAccount() {
    assertThat(guests.adopt(order.id(), token, account).userId()).isEqualTo(account);

    assertThat(owner()).isEqualTo("(" + account + "," + ADA + "," + ADDRESS + ")");
    assertThat(
            APP.database("payment")
                .row("select user_id from payment where order_id = ?", order.id().value()))
        .isEqualTo("(" + account + ")");
    assertThat(shop.events(order.id())).containsExactly("OrderAdopted");
    assertThat(guests.contact(order.id())).isEmpty();
    assertThatThrownBy(() -> view(token)).isInstanceOf(OrderNotFound.class);
  }

  @Test
  void givesItAwayOnce() {
    guests.adopt(order.id(), token, account);
    guests.adopt(order.id(), token, account);
    assertThatThrownBy(() -> guests.adopt(order.id(), token, UserId.newId()))
        .isInstanceOf(OrderNotFound.class);
    assertThat(shop.events(order.id())).containsExactly("OrderAdopted");
  }

  @Test
  void givesItToOneAccountHoweverManyHaveTheToken() {
    List<ConcurrentCalls.Outcome<OrderView>> outcomes =
        ConcurrentCalls.run(4, i -> guests.adopt(order.id(), token, UserId.newId()));
    assertThat(outcomes).filteredOn(ConcurrentCalls.Outcome::succeeded).hasSize(1);
    assertThat(shop.events(order.id())).containsExactly("OrderAdopted");
  }

  @Test
  void hasNoBalanceToPayFrom() {
    ProductId cup = shop.product("4.00", 5);
    assertThatThrownBy(() -> place(PaymentSelection.wallet(), item(cup, 1)))
        .isInstanceOf(InvalidValue.class);
    assertThat(shop.stock(cup)).isEqualTo("(5,0)");
  }

  @Test
  void leavesOrdersOfAccountsAlone() {
    UserId ann = shop.buyer("10.00");
    OrderView anns = shop.place(ann, item(shop.product("1.00", 5), 1));
    assertThat(guests.contact(anns.id())).isEmpty();
    assertThatThrownBy(() -> guests.adopt(anns.id(), guests.token(anns.id()), account))
        .isInstanceOf(OrderNotFound.class);
  }
}
