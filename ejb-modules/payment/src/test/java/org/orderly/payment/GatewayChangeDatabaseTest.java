package org.orderly.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
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
import org.orderly.payment.gateway.ForgedGatewayEvent;
import org.orderly.payment.gateway.FormerGateway;
import org.orderly.payment.gateway.GatewayEvent;
import org.orderly.payment.gateway.GatewayResult;
import org.orderly.payment.gateway.GatewayUnavailable;
import org.orderly.payment.gateway.Gateways;
import org.orderly.payment.gateway.NoPaymentGateway;
import org.orderly.payment.gateway.ScriptedGateway;
import org.orderly.payment.gateway.SelectedGateway;
import org.orderly.payment.gateway.UnknownGateway;
import org.orderly.payment.intake.GatewayWebhookReceiver;
import org.orderly.payment.intent.AbandonedAuthorizations;
import org.orderly.payment.intent.CardAuthorizationRequest;
import org.orderly.payment.intent.CardAuthorizations;
import org.orderly.payment.method.RefundTarget;
import org.orderly.payment.overview.OpenPayments;
import org.orderly.payment.overview.PaymentQueries;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.testing.Application;
import org.orderly.testing.TestDatabase;

/** A shop changes its payment gateway: payments made before stay with the former one. */
class GatewayChangeDatabaseTest {

  private static final Money FIVE = Money.of("5.00", "EUR");
  private static final String NOT_CONFIGURED = "payment-gateway-not-configured";

  private record Body(OrderId order) {}

  @RegisterExtension static final Application APP = Application.on(PaymentDatabase.NAME);

  private TestDatabase database;
  private GatewayChange change;
  private UserId ann;
  private OrderId order;
  private FormerGateway former;
  private ScriptedGateway current;
  private UUID payment;

  @BeforeEach
  void payWithTheFormerGatewayThenChange() {
    database = APP.database(PaymentDatabase.NAME);
    change = GatewayChange.of(APP);
    ann = change.buyer();
    order = change.order();
    payment = change.payment();
    former = change.former();
    current = change.current();
  }

  @AfterEach
  void allIntegrityChecksPass() {
    SelectedGateway.reset(APP);
    assertThat(LedgerActions.findings(APP)).isEmpty();
  }

  private void makeDue() {
    database.execute("update payment_task set due_at = now() where state = 'OPEN'");
  }

  private String status(UUID id) {
    return database.row("select status, captured, refunded, gateway from payment where id = ?", id);
  }

  @Test
  void capturesAndRefundsWhereThePaymentWasMade() {
    change.runNext();
    assertThat(status(payment)).isEqualTo("(CAPTURED,500,0,former)");

    RefundView refund =
        APP.inTransaction(
            () ->
                APP.bean(Payments.class)
                    .refund(order, Money.of("2.00", "EUR"), RefundTarget.ORIGINAL, "broken"));
    assertThat(APP.bean(Refunds.class).attempt(order, refund).status()).isEqualTo("COMPLETED");

    assertThat(former.calls())
        .containsExactly("authorize 5.00 EUR", "capture 5.00 EUR", "refund 2.00 EUR");
    assertThat(current.calls()).isEmpty();
  }

  @Test
  void releasesWhereThePaymentWasMade() {
    APP.inTransaction(() -> APP.bean(Payments.class).reverse(order, "cancelled"));
    change.runNext();
    assertThat(status(payment)).isEqualTo("(VOIDED,0,0,former)");
    assertThat(former.calls()).endsWith("cancel");
    assertThat(current.calls()).isEmpty();
  }

  @Test
  void makesNewPaymentsWithTheSelectedGateway() {
    UUID later = change.charge(OrderId.newId());
    while (change.runNext()) {
      // both captures
    }
    assertThat(status(later)).isEqualTo("(CAPTURED,500,0,scripted)");
    assertThat(current.calls()).containsExactly("authorize 5.00 EUR", "capture 5.00 EUR");
    assertThat(former.calls()).containsExactly("authorize 5.00 EUR", "capture 5.00 EUR");
  }

  @Test
  void waitsForAGatewayThatIsNotConfiguredAndHoldsNobodyElseUp() {
    former.setConfigured(false);
    UUID later = change.charge(OrderId.newId());
    while (change.runNext()) {
      // both captures, of which one cannot be sent
    }

    assertThat(status(payment)).isEqualTo("(AUTHORIZED,0,0,former)");
    assertThat(status(later)).isEqualTo("(CAPTURED,500,0,scripted)");
    assertThat(APP.bean(PaymentQueries.class).one(payment).open())
        .singleElement()
        .satisfies(
            task -> {
              assertThat(task.kind()).isEqualTo("CAPTURE");
              assertThat(task.problem()).isEqualTo(NOT_CONFIGURED);
              assertThat(task.dueAt()).isAfter(Instant.now().plusSeconds(60));
            });
    assertThat(former.calls()).containsExactly("authorize 5.00 EUR");

    former.setConfigured(true);
    APP.bean(OpenPayments.class).retry(payment);
    assertThat(change.runNext()).isTrue();
    assertThat(status(payment)).isEqualTo("(CAPTURED,500,0,former)");
    assertThat(APP.bean(PaymentQueries.class).one(payment).open()).isEmpty();
  }

  @Test
  void neverGivesUpHoweverOftenTheGatewayIsNotConfigured() {
    former.setConfigured(false);
    for (int i = 0; i < 40; i++) {
      makeDue();
      assertThat(change.runNext()).isTrue();
    }
    assertThat(database.row("select state, attempts, problem from payment_task"))
        .isEqualTo("(OPEN,40," + NOT_CONFIGURED + ")");
  }

  @Test
  void acceptsWebhooksOfBothGateways() {
    former.answer(GatewayResult.pending("auth"));
    change.runNext();
    assertThat(change.runNext()).as("before the pause is over").isFalse();

    former.announce(event("evt_1", GatewayEvent.Kind.CAPTURED));
    assertThat(receive("former")).isTrue();
    current.announce(event("evt_1", GatewayEvent.Kind.OTHER));
    assertThat(receive("scripted")).as("an event id of another gateway is another event").isTrue();

    assertThat(change.runNext()).as("the event makes the task due").isTrue();
    assertThat(status(payment)).isEqualTo("(CAPTURED,500,0,former)");
    assertThatThrownBy(() -> receive("former")).isInstanceOf(ForgedGatewayEvent.class);
  }

  @Test
  void refusesWebhooksOfAGatewayThatIsNotConfigured() {
    former.announce(event("evt_2", GatewayEvent.Kind.CAPTURED));
    former.setConfigured(false);
    assertThatThrownBy(() -> receive("former")).isInstanceOf(UnknownGateway.class);
    assertThatThrownBy(() -> receive("paypal")).isInstanceOf(UnknownGateway.class);
  }

  @Test
  void opensADisputeOnlyForAPaymentOfTheGatewayThatReportsIt() {
    change.runNext();
    current.announce(event("evt_3", GatewayEvent.Kind.DISPUTE_OPENED));
    receive("scripted");
    assertThat(status(payment)).isEqualTo("(CAPTURED,500,0,former)");

    former.announce(event("evt_3", GatewayEvent.Kind.DISPUTE_OPENED));
    receive("former");
    assertThat(status(payment)).isEqualTo("(DISPUTED,500,0,former)");
  }

  private GatewayEvent event(String id, GatewayEvent.Kind kind) {
    String dispute = kind == GatewayEvent.Kind.DISPUTE_OPENED ? "dp_" + payment : null;
    return new GatewayEvent(
        id + payment, kind, payment, "auth-" + payment, dispute, FIVE, null, null, Instant.now());
  }

  private static boolean receive(String gateway) {
    return APP.bean(GatewayWebhookReceiver.class).take(gateway, Map.of(), new byte[0]);
  }

  @Test
  void replacesAnAuthorizationWithoutAnAnswerByOneOfTheSelectedGateway() {
    SelectedGateway.change(APP, "former");
    OrderId next = OrderId.newId();
    IdempotencyKey key = IdempotencyKey.of(ann, "place-order", "k", new Body(next));
    CardAuthorizationRequest request = new CardAuthorizationRequest(key, next, ann, FIVE, "tok_1");
    CardAuthorizations authorizations = APP.bean(CardAuthorizations.class);
    former.setAway(true);
    assertThatThrownBy(() -> authorizations.authorize(request))
        .isInstanceOf(GatewayUnavailable.class);
    former.setAway(false);
    SelectedGateway.reset(APP);

    assertThat(authorizations.authorize(request).authorized()).isTrue();
    assertThat(current.calls()).containsExactly("authorize 5.00 EUR");

    former.answer(
        new AuthorizationStatus(
            AuthorizationStatus.State.AUTHORIZED, "auth", FIVE, null, null, null, null, null));
    assertThat(APP.bean(AbandonedAuthorizations.class).giveUpNext()).isTrue();
    assertThat(former.calls()).as("the unanswered one is voided").endsWith("status", "cancel");
  }

  @Test
  void makesNoNewPaymentsIfTheSelectedGatewayIsNotConfigured() {
    Gateways gateways = APP.bean(Gateways.class);
    assertThat(gateways.name()).contains("scripted");
    current.setConfigured(false);
    assertThat(gateways.name()).isEmpty();
    assertThatThrownBy(gateways::selected).isInstanceOf(NoPaymentGateway.class);
    change.runNext();
    assertThat(status(payment)).isEqualTo("(CAPTURED,500,0,former)");
  }

  @Test
  void voidsAnAbandonedAuthorizationWhereItWasMade() {
    SelectedGateway.change(APP, "former");
    CardActions.authorization(APP, OrderId.newId(), ann, FIVE);
    SelectedGateway.reset(APP);
    former.setConfigured(false);
    AbandonedAuthorizations abandoned = APP.bean(AbandonedAuthorizations.class);
    makeAbandoned();
    assertThat(abandoned.giveUpNext()).isTrue();
    assertThat(abandoned.giveUpNext()).as("it waits").isFalse();
    assertThat(former.calls()).doesNotContain("cancel");

    former.setConfigured(true);
    former.answer(
        new AuthorizationStatus(
            AuthorizationStatus.State.AUTHORIZED, "auth", FIVE, null, null, null, null, null));
    makeAbandoned();
    assertThat(abandoned.giveUpNext()).isTrue();
    assertThat(former.calls()).endsWith("status", "cancel");
    assertThat(current.calls()).isEmpty();
  }

  private void makeAbandoned() {
    database.execute("update card_intent set due_at = now() where state not in ('PLACED')");
  }
}
