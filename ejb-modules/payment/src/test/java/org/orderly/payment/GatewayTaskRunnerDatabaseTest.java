package org.orderly.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderly.ledger.LedgerActions.fund;
import static org.orderly.ledger.LedgerActions.postings;
import static org.orderly.ledger.LedgerActions.wallet;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.ledger.LedgerActions;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.payment.gateway.AuthorizationStatus;
import org.orderly.payment.gateway.GatewayResult;
import org.orderly.payment.gateway.ScriptedGateway;
import org.orderly.payment.method.PaymentPlan;
import org.orderly.payment.method.RefundTarget;
import org.orderly.payment.task.PaymentTask;
import org.orderly.payment.task.PaymentTaskRepository;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;
import org.orderly.testing.TestDatabase;

/** What becomes of tasks for the gateway, whatever it answers. */
class GatewayTaskRunnerDatabaseTest {

  private static final Money FIVE = Money.of("5.00", "EUR");

  @RegisterExtension static final Application APP = Application.on(PaymentDatabase.NAME);

  private final UserId ann = UserId.newId();
  private final OrderId order = OrderId.newId();
  private TestDatabase database;
  private ScriptedGateway gateway;
  private UUID payment;

  @BeforeEach
  void chargeACard() {
    database = APP.database(PaymentDatabase.NAME);
    database.execute("delete from payment_task");
    gateway = APP.bean(ScriptedGateway.class);
    gateway.reset();
    payment = charge(order);
    database.execute("delete from outbox");
  }

  private UUID charge(OrderId of) {
    PaymentPlan plan = new PaymentPlan.Card(CardActions.authorization(APP, of, ann, FIVE));
    APP.inTransaction(() -> TestCharges.charge(APP, of, ann, FIVE, plan, Duration.ofDays(1)));
    return ((PaymentPlan.Card) plan).authorization().paymentId();
  }

  @AfterEach
  void allIntegrityChecksPass() {
    assertThat(LedgerActions.findings(APP)).isEmpty();
  }

  private static boolean runNext() {
    return APP.bean(GatewayTaskRunner.class).doNext();
  }

  private String status() {
    return database.row("select status, captured, refunded from payment where id = ?", payment);
  }

  private List<String> tasks() {
    return database.rows(
        "select kind, state, attempts, problem from payment_task where payment_id = ? order by seq",
        payment);
  }

  /** As if the pause before the next attempt were over. */
  private void makeDue() {
    database.execute("update payment_task set due_at = now() where state = 'OPEN'");
  }

  @Test
  void entersACaptureWithItsFee() {
    gateway.answer(GatewayResult.completed("auth", Money.of("0.17", "EUR")));

    assertThat(runNext()).isTrue();
    assertThat(runNext()).isFalse();

    assertThat(status()).isEqualTo("(CAPTURED,500,0)");
    assertThat(postings(APP, order.value()))
        .containsExactly("(CAPTURE,GATEWAY,SALES,500)", "(FEE,FEES,GATEWAY,17)");
    assertThat(database.events()).containsExactly("PaymentCaptured");
    assertThat(tasks()).containsExactly("(CAPTURE,DONE,1,)");
  }

  @Test
  void triesAgainLaterWhatGetsNoAnswer() {
    gateway.setAway(true);
    runNext();
    assertThat(tasks()).containsExactly("(CAPTURE,OPEN,1,payment-gateway-unavailable)");
    assertThat(runNext()).as("before the pause is over").isFalse();

    gateway.setAway(false);
    makeDue();
    assertThat(runNext()).isTrue();
    assertThat(tasks()).containsExactly("(CAPTURE,DONE,2,)");
    assertThat(status()).isEqualTo("(CAPTURED,500,0)");
  }

  @Test
  void asksAgainForWhatIsPending() {
    gateway.answer(GatewayResult.pending("auth"));
    runNext();
    assertThat(tasks()).containsExactly("(CAPTURE,OPEN,1,pending)");
    assertThat(status()).isEqualTo("(AUTHORIZED,0,0)");
  }

  @Test
  void failsAPaymentThatTheGatewayWillNotCapture() {
    gateway.answer(GatewayResult.refused("expired"));
    gateway.answer(inState(AuthorizationStatus.State.VOIDED));
    runNext();

    assertThat(status()).isEqualTo("(FAILED,0,0)");
    assertThat(database.events()).containsExactly("PaymentFailed");
    assertThat(postings(APP, order.value())).isEmpty();
    assertThat(
            database.row(
                "select reason from payment_transition where payment_id = ? order by step desc"
                    + " limit 1",
                payment))
        .isEqualTo("(expired)");
  }

  @Test
  void believesARefusalOfWhatItHadCapturedBefore() {
    gateway.answer(GatewayResult.refused("already-captured"));
    gateway.answer(
        new AuthorizationStatus(
            AuthorizationStatus.State.CAPTURED, "auth", FIVE, FIVE, null, null, null, null));
    runNext();

    assertThat(status()).isEqualTo("(CAPTURED,500,0)");
    assertThat(postings(APP, order.value())).containsExactly("(CAPTURE,GATEWAY,SALES,500)");
  }

  private static AuthorizationStatus inState(AuthorizationStatus.State state) {
    return new AuthorizationStatus(state, "auth", FIVE, null, null, null, null, null);
  }

  @Test
  void releasesWhatACancelledOrderHadReserved() {
    cancel();
    runNext();

    assertThat(status()).isEqualTo("(VOIDED,0,0)");
    assertThat(tasks()).containsExactly("(CAPTURE,DROPPED,0,)", "(RELEASE,DONE,1,)");
    assertThat(gateway.calls()).containsExactly("authorize 5.00 EUR", "cancel");
  }

  @Test
  void givesBackWhatWasCapturedBeforeItCouldBeReleased() {
    cancel();
    gateway.answer(GatewayResult.refused("already-captured"));
    gateway.answer(
        new AuthorizationStatus(
            AuthorizationStatus.State.CAPTURED, "auth", FIVE, FIVE, null, null, null, null));
    runNext();
    assertThat(tasks()).contains("(REFUND,OPEN,0,)");
    runNext();

    assertThat(status()).isEqualTo("(REFUNDED,500,500)");
    assertThat(database.events()).containsExactly("PaymentCaptured", "PaymentRefunded");
  }

  private void cancel() {
    APP.inTransaction(() -> APP.bean(Payments.class).reverse(order, "cancelled"));
  }

  @Test
  void refundsACardThroughTheGateway() {
    runNext();
    RefundView pending = refund("2.00");
    assertThat(pending.status()).isEqualTo("PENDING");
    assertThat(database.row("select refunding from payment where id = ?", payment))
        .isEqualTo("(200)");

    RefundView done = APP.bean(Refunds.class).attempt(order, pending);

    assertThat(done.status()).isEqualTo("COMPLETED");
    assertThat(status()).isEqualTo("(PARTIALLY_REFUNDED,500,200)");
    assertThat(postings(APP, done.parts().get(0).id()))
        .containsExactly("(REFUND,SALES,GATEWAY,200)");
  }

  private RefundView refund(String amount) {
    return APP.inTransaction(
        () ->
            APP.bean(Payments.class)
                .refund(order, Money.of(amount, "EUR"), RefundTarget.ORIGINAL, "broken"));
  }

  @Test
  void keepsTheMoneyOfARefundThatTheGatewayRefuses() {
    runNext();
    RefundView pending = refund("2.00");
    gateway.answer(GatewayResult.refused("card-closed"));
    RefundView failed = APP.bean(Refunds.class).attempt(order, pending);

    assertThat(failed.status()).isEqualTo("FAILED");
    assertThat(failed.parts().get(0).problem()).isEqualTo("card-closed");
    assertThat(status()).isEqualTo("(CAPTURED,500,0)");
    assertThat(wallet(APP, ann).isZero()).isTrue();
  }

  @Test
  void putsIntoTheBalanceWhatTheShopMayNotKeep() {
    runNext();
    cancel();
    gateway.answer(GatewayResult.refused("card-closed"));
    runNext();

    assertThat(status()).isEqualTo("(REFUNDED,500,500)");
    assertThat(wallet(APP, ann)).isEqualTo(FIVE);
  }

  @Test
  void claimsEachTaskForOneWorker() {
    for (int i = 0; i < 5; i++) {
      charge(OrderId.newId());
    }
    gateway.reset();
    List<ConcurrentCalls.Outcome<Integer>> outcomes =
        ConcurrentCalls.run(
            4,
            i -> {
              int done = 0;
              while (runNext()) {
                done++;
              }
              return done;
            });

    assertThat(outcomes.stream().mapToInt(ConcurrentCalls.Outcome::value).sum()).isEqualTo(6);
    assertThat(gateway.calls()).hasSize(6).containsOnly("capture 5.00 EUR");
    assertThat(database.count("payment_task where state = 'DONE' and attempts = 1")).isEqualTo(6);
  }

  @Test
  void doesTheTasksOfAPaymentOneAfterTheOther() {
    runNext();
    refund("1.00");
    refund("2.00");
    makeDue();
    gateway.answer(GatewayResult.pending("r"));
    runNext();
    assertThat(runNext()).as("while the first refund is pending").isFalse();
    makeDue();
    assertThat(runNext()).isTrue();
    assertThat(runNext()).isTrue();
    assertThat(gateway.calls()).endsWith("refund 1.00 EUR", "refund 1.00 EUR", "refund 2.00 EUR");
  }

  @Test
  void entersTheAnswerOfAWorkerWhoseLeaseRanOutOnce() {
    fund(APP, ann, FIVE);
    List<ConcurrentCalls.Outcome<Boolean>> outcomes =
        ConcurrentCalls.run(
            3,
            i -> {
              makeDue();
              return runNext();
            });

    assertThat(outcomes).allMatch(ConcurrentCalls.Outcome::succeeded);
    assertThat(status()).isEqualTo("(CAPTURED,500,0)");
    assertThat(postings(APP, order.value())).containsExactly("(CAPTURE,GATEWAY,SALES,500)");
    assertThat(database.events()).containsExactly("PaymentCaptured");
  }

  @Test
  void dropsAnswersThatComeAfterTheFirst() {
    PaymentTask task = APP.bean(PaymentTaskRepository.class).claim().orElseThrow();
    TaskResults results = APP.bean(TaskResults.class);
    results.captured(task, FIVE, null);
    results.captured(task, FIVE, null);
    results.failed(task, "declined");

    assertThat(status()).isEqualTo("(CAPTURED,500,0)");
    assertThat(postings(APP, order.value())).containsExactly("(CAPTURE,GATEWAY,SALES,500)");
    assertThat(database.events()).containsExactly("PaymentCaptured");
  }
}
