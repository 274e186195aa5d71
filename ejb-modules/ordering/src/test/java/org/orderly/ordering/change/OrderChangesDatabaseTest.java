package org.orderly.ordering.change;

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
import org.orderly.inventory.InsufficientStock;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.UserId;
import org.orderly.ledger.InsufficientFunds;
import org.orderly.ordering.IllegalOrderTransition;
import org.orderly.ordering.LeafChecks;
import org.orderly.ordering.OrderActions;
import org.orderly.ordering.OrderNotEditable;
import org.orderly.ordering.OrderNotFound;
import org.orderly.ordering.OrderQueries;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.access.OrderActor;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;

/** Edits and cancellations over three databases. */
class OrderChangesDatabaseTest {

  private record Body(String text) {}

  @RegisterExtension static final Application APP = Application.on(OrderActions.DOMAINS);

  private final OrderActions shop = new OrderActions(APP);
  private ProductId tea;
  private ProductId cup;
  private UserId ann;
  private OrderView order;

  @BeforeEach
  void place() {
    tea = shop.product("2.50", 10);
    cup = shop.product("4.00", 5);
    ann = shop.buyer("20.00");
    order = shop.place(ann, item(tea, 2));
    shop.forgetEvents();
  }

  @AfterEach
  void allIntegrityChecksPass() {
    assertThat(LeafChecks.findings(APP)).isEmpty();
  }

  private OrderChange change(UserId buyer, String key) {
    return new OrderChange(
        order.id(),
        new OrderActor.Customer(buyer),
        IdempotencyKey.of(ann, "change", key, new Body(key)));
  }

  private IdempotentResult<OrderView> cancel(String key) {
    return APP.bean(Cancellation.class).cancel(change(ann, key), "changed my mind");
  }

  private IdempotentResult<OrderView> edit(ProductQuantity... items) {
    return APP.bean(OrderEditing.class)
        .edit(
            new EditOrder(
                change(ann, UUID.randomUUID().toString()), List.of(items), null, null, null));
  }

  @Test
  void freesTheStockAndGivesTheMoneyBack() {
    OrderView cancelled = cancel("a").value();

    assertThat(cancelled.status()).isEqualTo("CANCELLED");
    assertThat(shop.stock(tea)).isEqualTo("(10,0)");
    assertThat(shop.wallet(ann)).isEqualTo(eur("20.00"));
    assertThat(shop.payments(order.id())).containsExactly("(WALLET,REFUNDED,500,500)");
    assertThat(shop.events(order.id())).containsExactly("OrderCancelled");
    assertThat(shop.steps(order.id())).endsWith("(CONFIRMED,CANCELLED,OrderCancelled)");
  }

  @Test
  void cancelsOnceAndReplaysTheAnswer() {
    cancel("a");
    assertThat(cancel("a").replayed()).isTrue();
    assertThatThrownBy(() -> cancel("b"))
        .isInstanceOfSatisfying(
            IllegalOrderTransition.class,
            refusal -> assertThat(refusal.code()).isEqualTo("illegal-order-transition"));
    assertThat(shop.wallet(ann)).isEqualTo(eur("20.00"));
    assertThat(shop.events(order.id())).containsExactly("OrderCancelled");
  }

  @Test
  void cancelsOnceHoweverManyTry() {
    List<ConcurrentCalls.Outcome<IdempotentResult<OrderView>>> outcomes =
        ConcurrentCalls.run(4, i -> cancel("key-" + i));

    assertThat(outcomes).filteredOn(ConcurrentCalls.Outcome::succeeded).hasSize(1);
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.succeeded())
        .allMatch(outcome -> outcome.failure() instanceof IllegalOrderTransition);
    assertThat(shop.wallet(ann)).isEqualTo(eur("20.00"));
    assertThat(shop.stock(tea)).isEqualTo("(10,0)");
  }

  @Test
  void changesNothingOfAnotherBuyersOrder() {
    assertThatThrownBy(
            () -> APP.bean(Cancellation.class).cancel(change(UserId.newId(), "a"), "mine"))
        .isInstanceOf(OrderNotFound.class);
    assertThatThrownBy(() -> APP.bean(Cancellation.class).cancel(change(ann, "a"), " "))
        .isInstanceOf(InvalidValue.class);
    assertThat(shop.stock(tea)).isEqualTo("(10,2)");
    assertThat(shop.events(order.id())).isEmpty();
  }

  @Test
  void chargesTheDifferenceOfAnEditAndReservesIt() {
    OrderView edited = edit(item(tea, 1), item(cup, 2)).value();

    assertThat(edited.total()).isEqualTo(eur("10.50"));
    assertThat(shop.wallet(ann)).isEqualTo(eur("9.50"));
    assertThat(shop.stock(tea)).isEqualTo("(10,1)");
    assertThat(shop.stock(cup)).isEqualTo("(5,2)");
    assertThat(shop.events(order.id())).containsExactly("OrderEdited");
    assertThat(
            APP.database("ordering")
                .rows(
                    "select revision, trim_scale(quantity) from order_line where order_id = ?"
                        + " order by revision, quantity",
                    order.id().value()))
        .containsExactly("(0,2)", "(1,1)", "(1,2)");
  }

  @Test
  void givesBackWhatAnEditCostsLess() {
    edit(item(tea, 1));
    assertThat(shop.wallet(ann)).isEqualTo(eur("17.50"));
    assertThat(shop.stock(tea)).isEqualTo("(10,1)");
    assertThat(shop.payments(order.id())).containsExactly("(WALLET,PARTIALLY_REFUNDED,500,250)");
  }

  @Test
  void changesNothingByAnEditThatIsRefused() {
    ProductId few = shop.product("0.10", 5);
    assertThatThrownBy(() -> edit(item(few, 6))).isInstanceOf(InsufficientStock.class);
    assertThatThrownBy(() -> edit(item(tea, 10))).isInstanceOf(InsufficientFunds.class);

    assertThat(shop.wallet(ann)).isEqualTo(eur("15.00"));
    assertThat(shop.stock(tea)).isEqualTo("(10,2)");
    assertThat(shop.stock(few)).isEqualTo("(5,0)");
    assertThat(shop.events(order.id())).isEmpty();
  }

  @Test
  void editsNoCancelledOrder() {
    cancel("a");
    assertThatThrownBy(() -> edit(item(tea, 1))).isInstanceOf(OrderNotEditable.class);
    assertThat(shop.stock(tea)).isEqualTo("(10,0)");
  }

  @Test
  void keepsMoneyAndStockInStepWhenEditsAndACancellationRace() {
    ConcurrentCalls.run(5, i -> i == 0 ? cancel("race") : edit(item(tea, 1 + i % 3), item(cup, 1)));

    OrderView now = APP.bean(OrderQueries.class).one(order.id());
    assertThat(now.status()).isEqualTo("CANCELLED");
    assertThat(shop.wallet(ann)).isEqualTo(eur("20.00"));
    assertThat(shop.stock(tea)).isEqualTo("(10,0)");
    assertThat(shop.stock(cup)).isEqualTo("(5,0)");
  }
}
