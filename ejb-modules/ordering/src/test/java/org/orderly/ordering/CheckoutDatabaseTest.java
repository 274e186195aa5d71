package org.orderly.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderly.ordering.OrderActions.command;
import static org.orderly.ordering.OrderActions.eur;
import static org.orderly.ordering.OrderActions.item;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.cart.Carts;
import org.orderly.inventory.InsufficientStock;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.ledger.InsufficientFunds;
import org.orderly.ordering.quote.NothingToOrder;
import org.orderly.ordering.quote.TotalChanged;
import org.orderly.ordering.quote.UnknownProducts;
import org.orderly.ordering.unpaid.UnpaidLimitReached;
import org.orderly.payment.intent.CardDeclined;
import org.orderly.payment.method.PaymentMethod;
import org.orderly.payment.method.PaymentSelection;
import org.orderly.platform.idempotency.IdempotencyKeyInFlight;
import org.orderly.platform.idempotency.IdempotencyKeyReused;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;
import org.orderly.testing.TestDatabase;

/** Orders, stock and money commit together or not at all: three databases, our commit protocol. */
class CheckoutDatabaseTest {

  @RegisterExtension static final Application APP = Application.on(OrderActions.DOMAINS);

  private final OrderActions shop = new OrderActions(APP);
  private TestDatabase ordering;
  private ProductId tea;
  private ProductId cup;
  private UserId ann;

  @BeforeEach
  void open() {
    ordering = APP.database("ordering");
    tea = shop.product("2.50", 10);
    cup = shop.product("4.00", 5);
    ann = shop.buyer("20.00");
    shop.forgetEvents();
    APP.bean(AgreeingGateway.class).takeCalls();
  }

  @AfterEach
  void allIntegrityChecksPass() {
    assertThat(LeafChecks.findings(APP)).isEmpty();
    for (String domain : List.of("ordering", "inventory", "payment")) {
      assertThat(
              APP.database(domain).count("pg_prepared_xacts where database = current_database()"))
          .isZero();
    }
  }

  private void assertNothingHappened() {
    assertThat(shop.stock(tea)).isEqualTo("(10,0)");
    assertThat(shop.stock(cup)).isEqualTo("(5,0)");
    assertThat(shop.wallet(ann)).isEqualTo(eur("20.00"));
    assertThat(ordering.count("orders where user_id = ?", ann.value())).isZero();
    assertThat(ordering.count("idempotency_key where caller = ?", ann.value())).isZero();
    assertThat(ordering.count("outbox")).isZero();
    assertThat(APP.database("payment").count("payment where user_id = ?", ann.value())).isZero();
    assertThat(APP.database("payment").count("outbox")).isZero();
    assertThat(APP.database("inventory").count("outbox")).isZero();
  }

  @Test
  void commitsOrderStockAndMoneyTogether() {
    OrderView order = shop.place(ann, item(tea, 2), item(cup, 1));

    assertThat(order.status()).isEqualTo("CONFIRMED");
    assertThat(order.total()).isEqualTo(eur("9.00"));
    assertThat(order.number()).matches("\\d{4}-\\d{6}");
    assertThat(shop.stock(tea)).isEqualTo("(10,2)");
    assertThat(shop.stock(cup)).isEqualTo("(5,1)");
    assertThat(shop.wallet(ann)).isEqualTo(eur("11.00"));
    assertThat(shop.payments(order.id())).containsExactly("(WALLET,CAPTURED,900,0)");
    assertThat(shop.steps(order.id()))
        .containsExactly("(,PLACED,OrderPlaced)", "(PLACED,CONFIRMED,OrderConfirmed)");
    assertThat(shop.events(order.id())).containsExactly("OrderPlaced", "OrderConfirmed");
    assertThat(APP.database("payment").events()).containsExactly("PaymentCaptured");
    assertThat(ordering.count("tx_decision where outcome = 'C'")).isPositive();
  }

  @Test
  void placesNothingThatIsNotInStock() {
    assertThatThrownBy(() -> shop.place(ann, item(tea, 1), item(cup, 6)))
        .isInstanceOfSatisfying(
            InsufficientStock.class,
            refusal ->
                assertThat(refusal.details())
                    .containsEntry(
                        "items",
                        List.of(
                            new InsufficientStock.Shortage(cup, Quantity.of(6), Quantity.of(5)))));
    assertNothingHappened();
  }

  @Test
  void placesNothingThatTheBalanceDoesNotCover() {
    assertThatThrownBy(() -> shop.place(ann, item(tea, 9))).isInstanceOf(InsufficientFunds.class);
    assertNothingHappened();
  }

  @Test
  void reportsTheShortageIfStockAndMoneyAreBothShort() {
    assertThatThrownBy(() -> shop.place(ann, item(tea, 11))).isInstanceOf(InsufficientStock.class);
    assertNothingHappened();
  }

  @Test
  void rollsEverythingBackIfTheLastDatabaseRefuses() {
    APP.database("inventory")
        .execute("alter table reservation_set add constraint closed check (false) not valid");
    try {
      assertThatThrownBy(() -> shop.place(ann, item(tea, 1))).isNotNull();
    } finally {
      APP.database("inventory").execute("alter table reservation_set drop constraint closed");
    }
    assertNothingHappened();
  }

  @Test
  void placesOneOrderForAKeyHoweverManyTry() {
    PlaceOrder command = command(ann, "key", PaymentSelection.wallet(), List.of(item(tea, 1)));
    List<ConcurrentCalls.Outcome<IdempotentResult<OrderView>>> outcomes =
        ConcurrentCalls.run(6, i -> shop.place(command));

    assertThat(outcomes)
        .allMatch(
            outcome -> outcome.succeeded() || outcome.failure() instanceof IdempotencyKeyInFlight);
    IdempotentResult<OrderView> again = shop.place(command);
    assertThat(again.replayed()).isTrue();
    assertThat(outcomes)
        .filteredOn(ConcurrentCalls.Outcome::succeeded)
        .isNotEmpty()
        .allMatch(outcome -> outcome.value().value().equals(again.value()));
    assertThat(ordering.count("orders where user_id = ?", ann.value())).isEqualTo(1);
    assertThat(shop.wallet(ann)).isEqualTo(eur("17.50"));
    assertThat(shop.stock(tea)).isEqualTo("(10,1)");
  }

  @Test
  void refusesAnotherOrderUnderTheSameKey() {
    shop.place(command(ann, "key", PaymentSelection.wallet(), List.of(item(tea, 1))));
    assertThatThrownBy(
            () -> shop.place(command(ann, "key", PaymentSelection.wallet(), List.of(item(tea, 2)))))
        .isInstanceOf(IdempotencyKeyReused.class);
    assertThat(shop.stock(tea)).isEqualTo("(10,1)");
  }

  @Test
  void sellsTheLastPiecesOnce() {
    List<UserId> buyers =
        List.of(ann, shop.buyer("20.00"), shop.buyer("20.00"), shop.buyer("20.00"));
    List<ConcurrentCalls.Outcome<OrderView>> outcomes =
        ConcurrentCalls.run(4, i -> shop.place(buyers.get(i), item(cup, 2)));

    assertThat(outcomes).filteredOn(ConcurrentCalls.Outcome::succeeded).hasSize(2);
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.succeeded())
        .allMatch(outcome -> outcome.failure() instanceof InsufficientStock);
    assertThat(shop.stock(cup)).isEqualTo("(5,4)");
  }

  @Test
  void spendsABalanceOnce() {
    List<ConcurrentCalls.Outcome<OrderView>> outcomes =
        ConcurrentCalls.run(4, i -> shop.place(ann, item(tea, 2), item(cup, 1)));

    assertThat(outcomes).filteredOn(ConcurrentCalls.Outcome::succeeded).hasSize(2);
    assertThat(shop.wallet(ann)).isEqualTo(eur("2.00"));
    assertThat(shop.stock(tea)).isEqualTo("(10,4)");
  }

  @Test
  void numbersOrdersWithoutRepeatingOne() {
    List<ConcurrentCalls.Outcome<OrderView>> outcomes =
        ConcurrentCalls.run(6, i -> shop.place(shop.buyer("2.50"), item(tea, 1)));

    assertThat(outcomes).allMatch(ConcurrentCalls.Outcome::succeeded);
    assertThat(outcomes.stream().map(outcome -> outcome.value().number())).doesNotHaveDuplicates();
  }

  @Test
  void refusesWhatIsNotOnOffer() {
    ProductId unknown = ProductId.newId();
    assertThatThrownBy(() -> shop.place(ann, item(tea, 1), item(unknown, 1)))
        .isInstanceOf(UnknownProducts.class);
    assertThatThrownBy(() -> shop.place(ann)).isInstanceOf(NothingToOrder.class);
    assertNothingHappened();
  }

  @Test
  void refusesAnotherTotalThanTheBuyerExpects() {
    PlaceOrder command = command(ann, null, PaymentSelection.wallet(), List.of(item(tea, 1)));
    PlaceOrder expecting =
        new PlaceOrder(
            ann,
            command.items(),
            OrderActions.HOME,
            command.payment(),
            eur("2.49"),
            null,
            command.request());
    assertThatThrownBy(() -> shop.place(expecting)).isInstanceOf(TotalChanged.class);
    assertNothingHappened();
  }

  @Test
  void authorizesACardBeforeAndCapturesItAfter() {
    PaymentSelection card = new PaymentSelection(PaymentMethod.CARD, "tok_1", null);
    OrderView order = shop.place(command(ann, null, card, List.of(item(tea, 2)))).value();

    assertThat(order.status()).isEqualTo("CONFIRMED");
    assertThat(shop.payments(order.id())).containsExactly("(CARD,AUTHORIZED,0,0)");
    assertThat(APP.bean(AgreeingGateway.class).takeCalls()).containsExactly("authorize 5.00 EUR");
    assertThat(
            APP.database("payment").count("payment_task where kind = 'CAPTURE' and state = 'OPEN'"))
        .isPositive();
    APP.database("payment").execute("delete from payment_task");
  }

  @Test
  void placesNothingOnADeclinedCard() {
    PaymentSelection card =
        new PaymentSelection(PaymentMethod.CARD, AgreeingGateway.DECLINED, null);
    assertThatThrownBy(() -> shop.place(command(ann, null, card, List.of(item(tea, 2)))))
        .isInstanceOf(CardDeclined.class);
    assertNothingHappened();
  }

  @Test
  void asksNoCardForWhatIsNotInStock() {
    PaymentSelection card = new PaymentSelection(PaymentMethod.CARD, "tok_1", null);
    assertThatThrownBy(() -> shop.place(command(ann, null, card, List.of(item(cup, 6)))))
        .isInstanceOf(InsufficientStock.class);
    assertThat(APP.bean(AgreeingGateway.class).takeCalls()).isEmpty();
    assertNothingHappened();
  }

  @Test
  void waitsForTheStepOfABuyer() {
    PaymentSelection card = new PaymentSelection(PaymentMethod.CARD, AgreeingGateway.STEP, null);
    OrderView order = shop.place(command(ann, null, card, List.of(item(tea, 2)))).value();

    assertThat(order.status()).isEqualTo("PLACED");
    assertThat(order.nextAction()).isNotNull();
    assertThat(order.expiresAt()).isNotNull();
    assertThat(shop.stock(tea)).isEqualTo("(10,2)");
    assertThat(shop.events(order.id())).containsExactly("OrderPlaced");
  }

  @Test
  void limitsTheOrdersThatWaitForTheirMoney() {
    for (int i = 0; i < 2; i++) {
      shop.placeByInvoice(ann, item(tea, 1));
    }
    assertThatThrownBy(() -> shop.placeByInvoice(ann, item(tea, 1)))
        .isInstanceOfSatisfying(
            UnpaidLimitReached.class,
            refusal -> assertThat(refusal.details()).isEqualTo(Map.of("limit", "stock")));
    assertThat(shop.stock(tea)).isEqualTo("(10,2)");
  }

  @Test
  void ordersACartOnceAndEmptiesIt() {
    Carts carts = APP.bean(Carts.class);
    carts.put(ann, tea, Quantity.of(2), (before, after) -> {});
    PlaceOrder command = command(ann, null, PaymentSelection.wallet(), null);
    List<ConcurrentCalls.Outcome<IdempotentResult<OrderView>>> outcomes =
        ConcurrentCalls.run(4, i -> shop.place(command));

    assertThat(outcomes).filteredOn(ConcurrentCalls.Outcome::succeeded).isNotEmpty();
    assertThat(ordering.count("orders where user_id = ?", ann.value())).isEqualTo(1);
    assertThat(carts.of(ann).lines()).isEmpty();
    assertThat(shop.wallet(ann)).isEqualTo(eur("15.00"));
    assertThatThrownBy(() -> shop.place(command)).isInstanceOf(NothingToOrder.class);
  }
}
