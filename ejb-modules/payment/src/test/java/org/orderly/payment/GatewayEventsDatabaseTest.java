package org.orderly.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderly.ledger.LedgerActions.postings;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
import org.orderly.payment.gateway.GatewayEvent;
import org.orderly.payment.gateway.ScriptedGateway;
import org.orderly.payment.gateway.UnknownGateway;
import org.orderly.payment.intake.GatewayWebhookReceiver;
import org.orderly.payment.intent.AbandonedAuthorizations;
import org.orderly.payment.intent.CardAuthorization;
import org.orderly.payment.intent.CardAuthorizations;
import org.orderly.payment.method.PaymentPlan;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;
import org.orderly.testing.TestDatabase;

/** What gateways tell by themselves, twice or late, and what was reserved for nothing. */
class GatewayEventsDatabaseTest {

  private static final Money FIVE = Money.of("5.00", "EUR");

  @RegisterExtension static final Application APP = Application.on(PaymentDatabase.NAME);

  private final UserId ann = UserId.newId();
  private final OrderId order = OrderId.newId();
  private final String dispute = "dp_" + UUID.randomUUID();
  private TestDatabase database;
  private ScriptedGateway gateway;
  private CardAuthorization authorization;

  @BeforeEach
  void captureACard() {
    database = APP.database(PaymentDatabase.NAME);
    database.execute("delete from payment_task");
    database.execute("delete from card_intent");
    gateway = APP.bean(ScriptedGateway.class);
    gateway.reset();
    authorization = CardActions.authorization(APP, order, ann, FIVE);
    APP.inTransaction(
        () ->
            TestCharges.charge(
                APP, order, ann, FIVE, new PaymentPlan.Card(authorization), Duration.ofDays(1)));
    APP.bean(GatewayTaskRunner.class).doNext();
    database.execute("delete from outbox");
  }

  @AfterEach
  void allIntegrityChecksPass() {
    assertThat(LedgerActions.findings(APP)).isEmpty();
  }

  private boolean tell(GatewayEvent event) {
    gateway.announce(event);
    return APP.bean(GatewayWebhookReceiver.class).take("scripted", Map.of(), new byte[0]);
  }

  private GatewayEvent event(String id, GatewayEvent.Kind kind) {
    return new GatewayEvent(
        id,
        kind,
        authorization.paymentId(),
        authorization.reference(),
        dispute,
        FIVE,
        "fraudulent",
        null,
        Instant.now());
  }

  private String status() {
    return database.row("select status from payment where id = ?", authorization.paymentId());
  }

  private UUID disputeId() {
    String row = database.row("select id from dispute where case_id = ?", dispute);
    return UUID.fromString(row.substring(1, row.length() - 1));
  }

  @Test
  void opensADisputeOnceHoweverOftenItIsTold() {
    List<ConcurrentCalls.Outcome<Boolean>> outcomes =
        ConcurrentCalls.run(
            4, i -> tell(event("evt-" + dispute, GatewayEvent.Kind.DISPUTE_OPENED)));

    assertThat(outcomes).allMatch(ConcurrentCalls.Outcome::succeeded);
    assertThat(outcomes).filteredOn(ConcurrentCalls.Outcome::value).hasSize(1);
    assertThat(status()).isEqualTo("(DISPUTED)");
    assertThat(postings(APP, disputeId())).containsExactly("(DISPUTE_OPENED,DISPUTES,GATEWAY,500)");
    assertThat(database.events()).containsExactly("PaymentDisputed");
  }

  @Test
  void givesTheMoneyBackToTheShopWhenADisputeIsWon() {
    tell(event("a" + dispute, GatewayEvent.Kind.DISPUTE_OPENED));
    tell(event("b" + dispute, GatewayEvent.Kind.DISPUTE_WON));
    tell(event("c" + dispute, GatewayEvent.Kind.DISPUTE_LOST));

    assertThat(status()).isEqualTo("(CAPTURED)");
    assertThat(postings(APP, disputeId()))
        .containsExactly(
            "(DISPUTE_OPENED,DISPUTES,GATEWAY,500)", "(DISPUTE_WON,GATEWAY,DISPUTES,500)");
  }

  @Test
  void booksALossWhenTheDecisionComesBeforeTheDispute() {
    tell(event("b" + dispute, GatewayEvent.Kind.DISPUTE_LOST));
    tell(event("a" + dispute, GatewayEvent.Kind.DISPUTE_OPENED));

    assertThat(status()).isEqualTo("(CHARGED_BACK)");
    assertThat(postings(APP, disputeId()))
        .containsExactly(
            "(DISPUTE_OPENED,DISPUTES,GATEWAY,500)", "(DISPUTE_LOST,LOSSES,DISPUTES,500)");
    assertThat(database.row("select status from dispute where case_id = ?", dispute))
        .isEqualTo("(LOST)");
  }

  @Test
  void believesNoForgery() {
    assertThatThrownBy(
            () -> APP.bean(GatewayWebhookReceiver.class).take("scripted", Map.of(), new byte[0]))
        .isInstanceOf(ForgedGatewayEvent.class);
    assertThatThrownBy(
            () -> APP.bean(GatewayWebhookReceiver.class).take("another", Map.of(), new byte[0]))
        .isInstanceOf(UnknownGateway.class);
  }

  @Test
  void movesNoMoneyByTheWordsOfAnEventAlone() {
    tell(event("x" + dispute, GatewayEvent.Kind.REFUNDED));
    assertThat(status()).isEqualTo("(CAPTURED)");
    assertThat(database.events()).isEmpty();
  }

  @Test
  void releasesWhatWasReservedForNoOrder() {
    CardAuthorization abandoned = CardActions.authorization(APP, OrderId.newId(), ann, FIVE);
    APP.bean(CardAuthorizations.class).release(abandoned);
    gateway.answer(
        new AuthorizationStatus(
            AuthorizationStatus.State.AUTHORIZED, "ref", FIVE, null, null, null, null, null));

    assertThat(APP.bean(AbandonedAuthorizations.class).giveUpNext()).isTrue();

    assertThat(gateway.calls()).endsWith("status", "cancel");
    assertThat(database.row("select state from card_intent where id = ?", abandoned.paymentId()))
        .isEqualTo("(RELEASED)");
    assertThat(APP.bean(AbandonedAuthorizations.class).giveUpNext()).isFalse();
  }

  @Test
  void looksAgainForWhatTheGatewayHasNotHeardOf() {
    CardAuthorization abandoned = CardActions.authorization(APP, OrderId.newId(), ann, FIVE);
    APP.bean(CardAuthorizations.class).release(abandoned);
    APP.bean(AbandonedAuthorizations.class).giveUpNext();
    assertThat(database.row("select state from card_intent where id = ?", abandoned.paymentId()))
        .isEqualTo("(RELEASING)");
    database.execute("update card_intent set due_at = now() where state = 'RELEASING'");
    APP.bean(AbandonedAuthorizations.class).giveUpNext();
    assertThat(database.row("select state from card_intent where id = ?", abandoned.paymentId()))
        .isEqualTo("(RELEASED)");
  }
}
