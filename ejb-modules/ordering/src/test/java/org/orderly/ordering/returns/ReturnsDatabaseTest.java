package org.orderly.ordering.returns;

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
import org.orderly.kernel.UserId;
import org.orderly.ordering.LeafChecks;
import org.orderly.ordering.OrderActions;
import org.orderly.ordering.OrderNotFound;
import org.orderly.ordering.OrderQueries;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.access.OrderActor;
import org.orderly.ordering.fulfilment.NewShipment;
import org.orderly.ordering.fulfilment.Shipments;
import org.orderly.ordering.selection.NothingRemaining;
import org.orderly.ordering.selection.QuantityExceedsRemaining;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;

/** Goods that come back, from the request to the shelf. */
class ReturnsDatabaseTest {

  private record Body(String text) {}

  @RegisterExtension static final Application APP = Application.on(OrderActions.DOMAINS);

  private final OrderActions shop = new OrderActions(APP);
  private final OrderActor house = new OrderActor.Admin(UserId.newId());
  private ProductId tea;
  private UserId ann;
  private OrderActor buyer;
  private OrderView order;

  @BeforeEach
  void ship() {
    tea = shop.product("2.50", 10);
    ann = shop.buyer("20.00");
    buyer = new OrderActor.Customer(ann);
    order = shop.place(ann, item(tea, 3));
    APP.bean(Shipments.class)
        .ship(new NewShipment(order.id(), "Post", null, null, null), key(), house);
    shop.forgetEvents();
  }

  @AfterEach
  void allIntegrityChecksPass() {
    assertThat(LeafChecks.findings(APP)).isEmpty();
  }

  private IdempotencyKey key() {
    return IdempotencyKey.of(house.id(), "return", UUID.randomUUID().toString(), new Body("r"));
  }

  private ReturnView request(int pieces, OrderActor actor) {
    return APP.bean(Returns.class)
        .request(new NewReturn(order.id(), List.of(item(tea, pieces)), "too strong"), key(), actor)
        .value();
  }

  private ReturnView receive(UUID id) {
    APP.bean(Returns.class).approve(id, key(), house);
    return APP.bean(Returns.class).receive(id, null, key(), house).value();
  }

  @Test
  void putsWhatCameBackOnTheShelf() {
    UUID id = request(2, buyer).id();
    assertThat(receive(id).refundable()).isEqualTo(eur("5.00"));
    assertThat(shop.stock(tea)).isEqualTo("(7,0)");

    ReturnView done = APP.bean(Returns.class).restock(id, null, key(), house).value();

    assertThat(done.status()).isEqualTo("COMPLETED");
    assertThat(shop.stock(tea)).isEqualTo("(9,0)");
    assertThat(shop.events(order.id()))
        .containsExactly(
            "ReturnRequested",
            "ReturnApproved",
            "OrderReturned",
            "ReturnRestocked",
            "ReturnCompleted");
    assertThat(
            APP.database("inventory")
                .row(
                    "select trim_scale(quantity), reason from stock_movement where reference = ?",
                    id))
        .isEqualTo("(2,returned)");
  }

  @Test
  void writesOffWhatCannotBeSoldAgain() {
    UUID id = request(2, buyer).id();
    receive(id);
    APP.bean(Returns.class).writeOff(id, List.of(item(tea, 1)), key(), house);
    APP.bean(Returns.class).restock(id, null, key(), house);
    assertThat(shop.stock(tea)).isEqualTo("(8,0)");
    assertThatThrownBy(() -> APP.bean(Returns.class).restock(id, null, key(), house))
        .isInstanceOf(IllegalReturnTransition.class);
  }

  @Test
  void takesBackNoMoreThanWasShipped() {
    request(2, buyer);
    assertThatThrownBy(() -> request(2, buyer)).isInstanceOf(QuantityExceedsRemaining.class);
    request(1, buyer);
    assertThatThrownBy(
            () ->
                APP.bean(Returns.class)
                    .request(new NewReturn(order.id(), null, "all"), key(), buyer))
        .isInstanceOf(NothingRemaining.class);
  }

  @Test
  void takesBackNoMoreThanWasShippedHoweverManyAsk() {
    List<ConcurrentCalls.Outcome<ReturnView>> outcomes =
        ConcurrentCalls.run(4, i -> request(2, buyer));
    assertThat(outcomes).filteredOn(ConcurrentCalls.Outcome::succeeded).hasSize(1);
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.succeeded())
        .allMatch(outcome -> outcome.failure() instanceof QuantityExceedsRemaining);
  }

  @Test
  void putsItOnTheShelfOnceHoweverManyDo() {
    UUID id = request(3, buyer).id();
    receive(id);
    List<ConcurrentCalls.Outcome<ReturnView>> outcomes =
        ConcurrentCalls.run(
            4, i -> APP.bean(Returns.class).restock(id, null, key(), house).value());
    assertThat(outcomes).filteredOn(ConcurrentCalls.Outcome::succeeded).hasSize(1);
    assertThat(shop.stock(tea)).isEqualTo("(10,0)");
  }

  @Test
  void isReturnedWhenAllOfItHasComeBack() {
    receive(request(3, buyer).id());
    assertThat(APP.bean(OrderQueries.class).one(order.id()).status()).isEqualTo("RETURNED");
  }

  @Test
  void refusesWhatIsNotTheBuyersOrNotDecided() {
    OrderActor stranger = new OrderActor.Customer(UserId.newId());
    assertThatThrownBy(() -> request(1, stranger)).isInstanceOf(OrderNotFound.class);
    UUID id = request(1, buyer).id();
    assertThatThrownBy(() -> APP.bean(Returns.class).receive(id, null, key(), house))
        .isInstanceOf(IllegalReturnTransition.class);
    APP.bean(Returns.class).refuse(id, "opened", key(), house);
    assertThatThrownBy(() -> APP.bean(Returns.class).approve(id, key(), house))
        .isInstanceOf(IllegalReturnTransition.class);
    request(3, buyer);
  }
}
