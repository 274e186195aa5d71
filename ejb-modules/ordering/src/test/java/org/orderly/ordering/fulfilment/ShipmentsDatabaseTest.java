package org.orderly.ordering.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderly.ordering.OrderActions.eur;
import static org.orderly.ordering.OrderActions.item;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.IllegalOrderTransition;
import org.orderly.ordering.LeafChecks;
import org.orderly.ordering.OrderActions;
import org.orderly.ordering.OrderNotFound;
import org.orderly.ordering.OrderQueries;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.access.OrderActor;
import org.orderly.ordering.change.Cancellation;
import org.orderly.ordering.change.OrderChange;
import org.orderly.ordering.selection.NothingRemaining;
import org.orderly.ordering.selection.ProductNotInOrder;
import org.orderly.ordering.selection.QuantityExceedsRemaining;
import org.orderly.ordering.settlement.OrderRefunds;
import org.orderly.payment.method.RefundTarget;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;

/** Goods that leave the house, in parts and by several people at once. */
class ShipmentsDatabaseTest {

  private record Body(String text) {}

  @RegisterExtension static final Application APP = Application.on(OrderActions.DOMAINS);

  private final OrderActions shop = new OrderActions(APP);
  private final OrderActor warehouse = new OrderActor.Admin(UserId.newId());
  private ProductId tea;
  private ProductId cup;
  private UserId ann;
  private OrderView order;

  @BeforeEach
  void place() {
    tea = shop.product("2.50", 10);
    cup = shop.product("4.00", 5);
    ann = shop.buyer("20.00");
    order = shop.place(ann, item(tea, 3), item(cup, 1));
    shop.forgetEvents();
  }

  @AfterEach
  void allIntegrityChecksPass() {
    assertThat(LeafChecks.findings(APP)).isEmpty();
  }

  private IdempotencyKey key() {
    return key(UUID.randomUUID().toString());
  }

  private IdempotencyKey key(String key) {
    return IdempotencyKey.of(warehouse.id(), "ship", key, new Body("ship"));
  }

  private ShipmentView ship(ProductQuantity... items) {
    NewShipment command =
        new NewShipment(order.id(), "Post", null, items.length == 0 ? null : List.of(items), null);
    return APP.bean(Shipments.class).ship(command, key(), warehouse).value();
  }

  private OrderView cancel() {
    OrderChange change =
        new OrderChange(
            order.id(),
            new OrderActor.Customer(ann),
            IdempotencyKey.of(ann, "cancel", UUID.randomUUID().toString(), new Body("cancel")));
    return APP.bean(Cancellation.class).cancel(change, "changed my mind").value();
  }

  private String status() {
    return APP.bean(OrderQueries.class).one(order.id()).status();
  }

  @Test
  void shipsInPartsUntilNothingIsLeft() {
    ship(item(tea, 2));
    assertThat(status()).isEqualTo("PARTIALLY_SHIPPED");
    assertThat(shop.stock(tea)).isEqualTo("(8,1)");
    ship();
    assertThat(status()).isEqualTo("SHIPPED");
    assertThat(shop.stock(tea)).isEqualTo("(7,0)");
    assertThat(shop.stock(cup)).isEqualTo("(4,0)");
    assertThat(shop.events(order.id())).containsExactly("OrderShipped", "OrderShipped");
    assertThatThrownBy(this::ship).isInstanceOf(NothingRemaining.class);
  }

  @Test
  void shipsNoMoreThanWasOrdered() {
    assertThatThrownBy(() -> ship(item(tea, 4))).isInstanceOf(QuantityExceedsRemaining.class);
    assertThatThrownBy(() -> ship(item(ProductId.newId(), 1)))
        .isInstanceOf(ProductNotInOrder.class);
    assertThat(shop.stock(tea)).isEqualTo("(10,3)");
    assertThat(status()).isEqualTo("CONFIRMED");
  }

  @Test
  void shipsTheLastPieceOnceHoweverManyPackIt() {
    ship(item(tea, 2));
    List<ConcurrentCalls.Outcome<ShipmentView>> outcomes =
        ConcurrentCalls.run(4, i -> ship(item(tea, 1)));

    assertThat(outcomes).filteredOn(ConcurrentCalls.Outcome::succeeded).hasSize(1);
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.succeeded())
        .allMatch(outcome -> outcome.failure() instanceof QuantityExceedsRemaining);
    assertThat(shop.stock(tea)).isEqualTo("(7,0)");
  }

  @Test
  void shipsOnceForAKey() {
    NewShipment command = new NewShipment(order.id(), "Post", null, List.of(item(tea, 1)), null);
    ShipmentView first = APP.bean(Shipments.class).ship(command, key("k"), warehouse).value();
    assertThat(APP.bean(Shipments.class).ship(command, key("k"), warehouse).value())
        .isEqualTo(first);
    assertThat(shop.stock(tea)).isEqualTo("(9,2)");
  }

  @Test
  void letsEitherTheShipmentOrTheCancellationWin() {
    List<ConcurrentCalls.Outcome<Object>> outcomes =
        ConcurrentCalls.run(2, i -> i == 0 ? ship() : cancel());

    assertThat(outcomes).filteredOn(ConcurrentCalls.Outcome::succeeded).hasSize(1);
    if (outcomes.get(0).succeeded()) {
      assertThat(status()).isEqualTo("SHIPPED");
      assertThat(shop.wallet(ann)).isEqualTo(eur("8.50"));
      assertThat(shop.stock(tea)).isEqualTo("(7,0)");
    } else {
      assertThat(status()).isEqualTo("CANCELLED");
      assertThat(shop.wallet(ann)).isEqualTo(eur("20.00"));
      assertThat(shop.stock(tea)).isEqualTo("(10,0)");
    }
  }

  @Test
  void givesTheMoneyOfTheRestBackWhenItIsCancelled() {
    ship(item(tea, 2));
    assertThat(cancel().status()).isEqualTo("SHIPPED");
    assertThat(shop.wallet(ann)).isEqualTo(eur("15.00"));
    assertThat(shop.stock(tea)).isEqualTo("(8,0)");
    assertThat(shop.stock(cup)).isEqualTo("(5,0)");
    assertThatThrownBy(this::cancel).isInstanceOf(IllegalOrderTransition.class);
  }

  @Test
  void isDeliveredWhenTheLastShipmentHasArrived() {
    UUID first = ship(item(tea, 3)).id();
    UUID second = ship().id();
    APP.bean(Shipments.class).deliver(first, key(), warehouse);
    assertThat(status()).isEqualTo("SHIPPED");
    APP.bean(Shipments.class).deliver(second, key(), warehouse);
    assertThat(status()).isEqualTo("DELIVERED");
    assertThatThrownBy(() -> APP.bean(Shipments.class).deliver(second, key(), warehouse))
        .isInstanceOf(IllegalShipmentTransition.class);
  }

  @Test
  void hidesOrdersFromVendorsWhoHaveNothingInThem() {
    OrderActor vendor = new OrderActor.Vendor(UserId.newId());
    NewShipment command = new NewShipment(order.id(), "Post", null, null, null);
    assertThatThrownBy(() -> APP.bean(Shipments.class).ship(command, key(), vendor))
        .isInstanceOf(OrderNotFound.class);
    assertThat(shop.stock(tea)).isEqualTo("(10,3)");
  }

  private ShipmentView shipAnyway(String reason) {
    NewShipment command = new NewShipment(order.id(), "Post", null, null, reason);
    return APP.bean(Shipments.class).ship(command, key(), warehouse).value();
  }

  @Test
  void shipsWhatWasRefundedForAReasonOnly() {
    OrderRefunds.RefundOrder all =
        new OrderRefunds.RefundOrder(
            order.id(), eur("11.50"), RefundTarget.BALANCE, "never arrived");
    APP.bean(OrderRefunds.class).refund(all, key());

    assertThatThrownBy(this::ship).isInstanceOf(OrderRefundedAlready.class);
    assertThatThrownBy(() -> shipAnyway(" ")).isInstanceOf(OrderRefundedAlready.class);
    assertThat(shop.stock(tea)).isEqualTo("(10,3)");
    shipAnyway("sent again");
    assertThat(shop.stock(tea)).isEqualTo("(7,0)");
    assertThat(
            APP.database("ordering")
                .count(
                    "order_transition where order_id = ? and to_status = 'SHIPPED'"
                        + " and reason = 'sent again'",
                    order.id().value()))
        .isEqualTo(1);
  }
}
