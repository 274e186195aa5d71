package org.orderly.ordering.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderly.ordering.OrderActions.item;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.identity.person.EmailAddress;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.UserId;
import org.orderly.ordering.LockedOrders;
import org.orderly.ordering.OrderActions;
import org.orderly.ordering.OrderNotFound;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.PlaceOrder;
import org.orderly.ordering.change.EditOrder;
import org.orderly.ordering.change.OrderChange;
import org.orderly.ordering.change.OrderEditing;
import org.orderly.ordering.guests.GuestCheckout;
import org.orderly.ordering.guests.GuestOrders;
import org.orderly.payment.method.PaymentMethod;
import org.orderly.payment.method.PaymentSelection;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.testing.Application;

/** The rule over orders as they are stored, by their id and under their lock. */
class OrderAccessDatabaseTest {

  private static final String ADDRESS = "ada@example.org";
  private static final UserId ADA = GuestOrders.guest(EmailAddress.of(ADDRESS));

  @RegisterExtension static final Application APP = Application.on(OrderActions.DOMAINS);

  private final OrderActions shop = new OrderActions(APP);
  private final UserId potter = UserId.newId();
  private final UserId weaver = UserId.newId();
  private UserId ann;
  private ProductId pot;
  private ProductId cloth;
  private ProductId tea;
  private OrderView order;
  private OrderView guests;

  @BeforeEach
  void place() {
    ann = shop.buyer("50.00");
    pot = shop.product("2.00", 10, potter);
    cloth = shop.product("2.00", 10, weaver);
    tea = shop.product("1.00", 10);
    order = shop.place(ann, item(pot, 1), item(tea, 1));
    PaymentSelection card = new PaymentSelection(PaymentMethod.CARD, "tok_1", null);
    IdempotencyKey request = new IdempotencyKey(ADA, "place-order", null, "");
    guests =
        APP.bean(GuestCheckout.class)
            .place(
                new PlaceOrder(
                    ADA, List.of(item(pot, 1)), OrderActions.HOME, card, null, ADDRESS, request))
            .value();
  }

  /** The answer by the id, which must be the one under the lock. */
  private Optional<GrantedAccess> access(OrderActor actor, OrderId id, Permission permission) {
    Optional<GrantedAccess> byId = APP.bean(OrderAccess.class).find(actor, id, permission);
    Optional<GrantedAccess> locked =
        APP.inTransaction(
            () -> OrderAccess.findLocked(actor, APP.bean(LockedOrders.class).lock(id), permission));
    assertThat(byId).isEqualTo(locked);
    return byId;
  }

  private EnumSet<Permission> granted(OrderActor actor, OrderView to) {
    EnumSet<Permission> granted = EnumSet.noneOf(Permission.class);
    for (Permission permission : Permission.values()) {
      if (access(actor, to.id(), permission).isPresent()) {
        granted.add(permission);
      }
    }
    return granted;
  }

  @Test
  void letsABuyerViewAndChangeTheirOwnOrder() {
    assertThat(granted(new OrderActor.Customer(ann), order))
        .containsExactly(Permission.VIEW, Permission.CHANGE, Permission.TRACK);
    assertThat(granted(new OrderActor.Customer(ann), guests)).isEmpty();
    assertThat(granted(new OrderActor.Customer(UserId.newId()), order)).isEmpty();
    assertThat(access(new OrderActor.Customer(ann), order.id(), Permission.VIEW))
        .contains(new GrantedAccess(order.id(), ann, VisibleLines.ALL));
  }

  @Test
  void letsAGuestDoSoUntilAnAccountAdoptsTheOrder() {
    OrderActor guest = new OrderActor.Guest(guests.id());
    assertThat(granted(guest, guests))
        .containsExactly(Permission.VIEW, Permission.CHANGE, Permission.TRACK, Permission.ADOPT);
    assertThat(granted(guest, order)).isEmpty();
    assertThat(granted(new OrderActor.Guest(order.id()), order)).isEmpty();

    GuestOrders guestOrders = APP.bean(GuestOrders.class);
    guestOrders.adopt(guests.id(), guestOrders.token(guests.id()), ann);
    assertThat(granted(guest, guests)).isEmpty();
    assertThat(granted(new OrderActor.Customer(ann), guests)).contains(Permission.CHANGE);
  }

  @Test
  void letsAVendorHandleTheirOwnLines() {
    assertThat(access(new OrderActor.Vendor(potter), order.id(), Permission.HANDLE))
        .contains(new GrantedAccess(order.id(), ann, new VisibleLines.OfVendor(potter)));
    assertThat(granted(new OrderActor.Vendor(potter), order))
        .containsExactly(Permission.TRACK, Permission.HANDLE);
    assertThat(granted(new OrderActor.Vendor(weaver), order)).isEmpty();
  }

  @Test
  void forgetsAVendorWhoseLinesWereEditedAway() {
    IdempotencyKey request = new IdempotencyKey(ann, "edit-order", null, "");
    OrderChange change = new OrderChange(order.id(), new OrderActor.Customer(ann), request);
    APP.bean(OrderEditing.class)
        .edit(new EditOrder(change, List.of(item(cloth, 1)), null, null, null));
    assertThat(granted(new OrderActor.Vendor(potter), order)).isEmpty();
    assertThat(granted(new OrderActor.Vendor(weaver), order))
        .containsExactly(Permission.TRACK, Permission.HANDLE);
  }

  @Test
  void letsTheShopDoAllButAdoptAndApiClientsRead() {
    for (OrderView one : List.of(order, guests)) {
      assertThat(granted(new OrderActor.Admin(UserId.newId()), one))
          .isEqualTo(EnumSet.complementOf(EnumSet.of(Permission.ADOPT)));
      assertThat(granted(new OrderActor.ApiClient(UserId.newId()), one))
          .containsExactly(Permission.VIEW, Permission.TRACK);
    }
  }

  @Test
  void knowsNoOrderThatIsNotThere() {
    OrderId unknown = OrderId.newId();
    for (OrderActor actor :
        List.of(
            new OrderActor.Admin(UserId.newId()),
            new OrderActor.ApiClient(UserId.newId()),
            new OrderActor.Guest(unknown),
            new OrderActor.Vendor(potter),
            new OrderActor.Customer(ann))) {
      assertThatThrownBy(() -> APP.bean(OrderAccess.class).require(actor, unknown, Permission.VIEW))
          .isInstanceOf(OrderNotFound.class);
    }
  }
}
