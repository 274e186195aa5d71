package org.orderly.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderly.ledger.LedgerActions.fund;
import static org.orderly.ledger.LedgerActions.held;
import static org.orderly.ledger.LedgerActions.postings;
import static org.orderly.ledger.LedgerActions.wallet;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.ledger.InsufficientFunds;
import org.orderly.ledger.LedgerActions;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.payment.gateway.ScriptedGateway;
import org.orderly.payment.intent.AuthorizationExpired;
import org.orderly.payment.intent.CardAuthorization;
import org.orderly.payment.lifecycle.PaymentState;
import org.orderly.payment.method.PaymentPlan;
import org.orderly.payment.method.RefundTarget;
import org.orderly.platform.persistence.DatabaseUnavailable;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;
import org.orderly.testing.StatementFailed;
import org.orderly.testing.TestDatabase;

/** What payments of an order write: rows, steps, postings, events and tasks. */
class PaymentsDatabaseTest {

  @RegisterExtension static final Application APP = Application.on(PaymentDatabase.NAME);

  private final OrderPayments payments = OrderPayments.ofNewOrder(APP);
  private final UserId ann = payments.buyer();
  private final OrderId order = payments.order();
  private TestDatabase database;

  @BeforeEach
  void begin() {
    database = APP.database(PaymentDatabase.NAME);
    database.execute("delete from outbox");
    APP.bean(ScriptedGateway.class).reset();
  }

  @AfterEach
  void allIntegrityChecksPass() {
    assertThat(LedgerActions.findings(APP)).isEmpty();
  }

  private static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }

  private RefundView refund(String amount, RefundTarget to) {
    return APP.inTransaction(
        () -> APP.bean(Payments.class).refund(order, eur(amount), to, "broken"));
  }

  private List<String> openTasks() {
    return database.rows(
        "select t.kind from payment_task t join payment p on p.id = t.payment_id"
            + " where p.order_id = ? and t.state = 'OPEN' order by t.seq",
        order.value());
  }

  private List<String> steps() {
    return database.rows(
        "select from_status, to_status, event_type from payment_transition t"
            + " join payment p on p.id = t.payment_id where p.order_id = ? order by part, step",
        order.value());
  }

  @Test
  void chargesAWalletAtOnce() {
    fund(APP, ann, eur("10.00"));

    assertThat(payments.charge("4.00", new PaymentPlan.Wallet()).paid()).isTrue();

    assertThat(payments.rows()).containsExactly("(WALLET,CAPTURED,400,400,0,0)");
    assertThat(postings(APP, order.value())).containsExactly("(CHARGE,WALLET,SALES,400)");
    assertThat(wallet(APP, ann)).isEqualTo(eur("6.00"));
    assertThat(database.events()).containsExactly("PaymentCaptured");
    assertThat(steps()).containsExactly("(,CAPTURED,PaymentCaptured)");
    assertThat(openTasks()).isEmpty();
  }

  @Test
  void writesNothingIfTheWalletHoldsLess() {
    fund(APP, ann, eur("3.99"));

    assertThatThrownBy(() -> payments.charge("4.00", new PaymentPlan.Wallet()))
        .isInstanceOf(InsufficientFunds.class);

    assertThat(payments.rows()).isEmpty();
    assertThat(database.events()).isEmpty();
    assertThat(wallet(APP, ann)).isEqualTo(eur("3.99"));
  }

  @Test
  void chargesAnOrderOnceHoweverManyTry() {
    fund(APP, ann, eur("10.00"));
    List<ConcurrentCalls.Outcome<ChargeResult>> outcomes =
        ConcurrentCalls.run(4, i -> payments.charge("2.00", new PaymentPlan.Wallet()));

    assertThat(outcomes).filteredOn(ConcurrentCalls.Outcome::succeeded).hasSize(1);
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.succeeded())
        .allMatch(outcome -> outcome.failure() instanceof DatabaseUnavailable);
    assertThat(wallet(APP, ann)).isEqualTo(eur("8.00"));
    assertThat(database.events()).containsExactly("PaymentCaptured");
  }

  @Test
  void movesNoMoneyForAnOrderThatCostsNothing() {
    assertThat(payments.charge("0.00", new PaymentPlan.Wallet()).paid()).isTrue();
    assertThat(payments.rows()).containsExactly("(WALLET,CAPTURED,0,0,0,0)");
    assertThat(postings(APP, order.value())).isEmpty();
  }

  @Test
  void hasAnAuthorizedCardCapturedAfterTheCommit() {
    CardAuthorization authorization = payments.authorization("5.00");

    assertThat(payments.charge("5.00", new PaymentPlan.Card(authorization)).paid()).isTrue();

    assertThat(payments.rows()).containsExactly("(CARD,AUTHORIZED,500,0,0,0)");
    assertThat(openTasks()).containsExactly("(CAPTURE)");
    assertThat(postings(APP, order.value())).isEmpty();
    assertThat(
            database.row("select state from card_intent where id = ?", authorization.paymentId()))
        .isEqualTo("(PLACED)");
    assertThat(APP.bean(ScriptedGateway.class).calls()).containsExactly("authorize 5.00 EUR");
  }

  @Test
  void chargesNoCardWhoseAuthorizationWasReleased() {
    CardAuthorization authorization = payments.authorization("5.00");
    database.execute(
        "update card_intent set state = 'RELEASING' where id = ?", authorization.paymentId());

    assertThatThrownBy(() -> payments.charge("5.00", new PaymentPlan.Card(authorization)))
        .isInstanceOf(AuthorizationExpired.class);

    assertThat(payments.rows()).isEmpty();
    assertThat(openTasks()).isEmpty();
  }

  @Test
  void refusesAPlanThatDoesNotAddUp() {
    CardAuthorization authorization = payments.authorization("5.00");
    assertThatThrownBy(() -> payments.charge("5.01", new PaymentPlan.Card(authorization)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(payments.rows()).isEmpty();
  }

  @Test
  void takesBothPartsOfASplit() {
    fund(APP, ann, eur("10.00"));
    payments.charge("5.00", new PaymentPlan.Split(eur("2.00"), payments.authorization("3.00")));

    assertThat(payments.rows())
        .containsExactly("(WALLET,CAPTURED,200,200,0,0)", "(CARD,AUTHORIZED,300,0,0,0)");
    assertThat(wallet(APP, ann)).isEqualTo(eur("8.00"));
    assertThat(openTasks()).containsExactly("(CAPTURE)");
  }

  @Test
  void holdsTheBalanceWhileTheCardIsWaitedFor() {
    fund(APP, ann, eur("10.00"));
    CardAuthorization step = CardActions.pendingStep(APP, order, ann, eur("3.00"));
    ChargeResult result = payments.charge("5.00", new PaymentPlan.Split(eur("2.00"), step));

    assertThat(result.paid()).isFalse();
    assertThat(held(APP, ann)).isEqualTo(eur("2.00"));
    assertThat(settle()).isEqualTo(PaymentState.WAITING);
    assertThat(payments.rows())
        .containsExactly("(WALLET,AUTHORIZED,200,0,0,0)", "(CARD,PENDING,300,0,0,0)");

    database.execute(
        "update payment set status = 'AUTHORIZED', authorized = amount, expires_at = null"
            + " where id = ?",
        step.paymentId());
    assertThat(settle()).isEqualTo(PaymentState.PAID);
    assertThat(held(APP, ann)).isEqualTo(eur("0.00"));
    assertThat(payments.rows().get(0)).isEqualTo("(WALLET,CAPTURED,200,200,0,0)");
    assertThat(openTasks()).contains("(CAPTURE)");
    assertThat(postings(APP, order.value()))
        .containsExactly("(HOLD,WALLET,HELD,200)", "(CHARGE,HELD,SALES,200)");
  }

  private PaymentState settle() {
    return APP.inTransaction(() -> APP.bean(Payments.class).settle(order));
  }

  @Test
  void givesEverythingBackOnce() {
    fund(APP, ann, eur("10.00"));
    payments.charge("4.00", new PaymentPlan.Wallet());
    for (int i = 0; i < 2; i++) {
      APP.inTransaction(() -> APP.bean(Payments.class).reverse(order, "cancelled"));
    }

    assertThat(wallet(APP, ann)).isEqualTo(eur("10.00"));
    assertThat(payments.rows()).containsExactly("(WALLET,REFUNDED,400,400,400,0)");
    assertThat(database.events()).containsExactly("PaymentCaptured", "PaymentRefunded");
    assertThat(APP.inTransaction(() -> APP.bean(Payments.class).isRefunded(order))).isTrue();
  }

  @Test
  void neverCapturesACardOfACancelledOrder() {
    payments.charge("5.00", new PaymentPlan.Card(payments.authorization("5.00")));
    APP.inTransaction(() -> APP.bean(Payments.class).reverse(order, "cancelled"));
    assertThat(openTasks()).containsExactly("(RELEASE)");
  }

  @Test
  void refundsInPartsUpToWhatWasCaptured() {
    fund(APP, ann, eur("10.00"));
    payments.charge("4.00", new PaymentPlan.Wallet());
    RefundView first = refund("1.50", RefundTarget.ORIGINAL);

    assertThat(first.status()).isEqualTo("COMPLETED");
    assertThat(payments.rows()).containsExactly("(WALLET,PARTIALLY_REFUNDED,400,400,150,0)");
    assertThatThrownBy(() -> refund("2.51", RefundTarget.ORIGINAL))
        .isInstanceOfSatisfying(
            RefundAboveCaptured.class,
            refusal -> assertThat(refusal.code()).isEqualTo("refund-above-captured"));
    refund("2.50", RefundTarget.BALANCE);

    assertThat(payments.rows()).containsExactly("(WALLET,REFUNDED,400,400,400,0)");
    assertThat(wallet(APP, ann)).isEqualTo(eur("10.00"));
    assertThat(APP.bean(Refunds.class).of(order))
        .extracting(RefundView::amount)
        .containsExactly(eur("1.50"), eur("2.50"));
  }

  @Test
  void refundsNoMoreThanWasCapturedHoweverManyRefund() {
    fund(APP, ann, eur("10.00"));
    payments.charge("4.00", new PaymentPlan.Wallet());
    List<ConcurrentCalls.Outcome<RefundView>> outcomes =
        ConcurrentCalls.run(6, i -> refund("1.50", RefundTarget.ORIGINAL));

    assertThat(outcomes).filteredOn(ConcurrentCalls.Outcome::succeeded).hasSize(2);
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.succeeded())
        .allMatch(outcome -> outcome.failure() instanceof RefundAboveCaptured);
    assertThat(wallet(APP, ann)).isEqualTo(eur("9.00"));
  }

  @Test
  void databaseRefusesToRefundMoreThanWasCaptured() {
    fund(APP, ann, eur("10.00"));
    payments.charge("4.00", new PaymentPlan.Wallet());
    for (String change : List.of("refunded = 401", "refunding = 401", "captured = 401")) {
      assertThatThrownBy(
              () ->
                  database.execute(
                      "update payment set " + change + " where order_id = ?", order.value()))
          .isInstanceOf(StatementFailed.class)
          .hasMessageContaining("refunded_captured_authorized");
    }
    assertThatThrownBy(() -> database.execute("delete from payment_transition"))
        .hasMessageContaining("never changed");
  }
}
