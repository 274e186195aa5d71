package org.orderly.payment.gateway.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.payment.gateway.Authorization;
import org.orderly.payment.gateway.AuthorizationRequest;
import org.orderly.payment.gateway.AuthorizationStatus;
import org.orderly.payment.gateway.BalanceTransaction;
import org.orderly.payment.gateway.GatewayResult;
import org.orderly.payment.gateway.NoGatewayResponse;

class StripeGatewayTest {

  private static final Money FIFTY = Money.of("50.00", "EUR");

  private LoopbackStripe stripe;
  private StripeGateway gateway;

  @BeforeEach
  void start() throws IOException {
    stripe = new LoopbackStripe();
    gateway = stripe.gateway(LoopbackStripe.KEY);
  }

  @AfterEach
  void stop() {
    stripe.close();
  }

  private Authorization authorize(UUID key) {
    return gateway.authorize(LoopbackStripe.request(key, FIFTY, "pm_card_visa", false));
  }

  @Test
  void reservesMoneyUnderTheCallersKey() {
    UUID key = UUID.randomUUID();

    Authorization answer = authorize(key);

    assertThat(answer.result()).isEqualTo(Authorization.Result.AUTHORIZED);
    assertThat(answer.reference()).startsWith("pi_");
    LoopbackStripe.Asked asked = stripe.asked.get(0);
    assertThat(asked.method() + " " + asked.path()).isEqualTo("POST /v1/payment_intents");
    assertThat(asked.idempotencyKey()).isEqualTo(key.toString());
    assertThat(asked.form())
        .containsEntry("amount", "5000")
        .containsEntry("currency", "eur")
        .containsEntry("capture_method", "manual")
        .containsEntry("confirm", "true")
        .containsEntry("payment_method", "pm_card_visa")
        .containsEntry("return_url", "https://shop.example/back")
        .containsEntry("metadata[orderly_key]", key.toString());
  }

  @Test
  void reservesOnceHoweverOftenItIsAsked() {
    UUID key = UUID.randomUUID();

    assertThat(authorize(key)).isEqualTo(authorize(key));
    assertThat(stripe.intents()).isEqualTo(1);
    assertThatThrownBy(
            () ->
                gateway.authorize(LoopbackStripe.request(key, FIFTY, "pm_card_mastercard", false)))
        .isInstanceOf(NoGatewayResponse.class);
    assertThat(stripe.intents()).isEqualTo(1);
  }

  @Test
  void takesMoneyAtOnceAndTellsTheFee() {
    Authorization answer =
        gateway.authorize(LoopbackStripe.request(UUID.randomUUID(), FIFTY, "tok_visa", true));

    assertThat(answer.result()).isEqualTo(Authorization.Result.CAPTURED);
    assertThat(answer.fee()).isEqualTo(Money.of("1.00", "EUR"));
    assertThat(stripe.asked.get(0).form())
        .containsEntry("capture_method", "automatic")
        .containsEntry("payment_method_data[type]", "card")
        .containsEntry("payment_method_data[card][token]", "tok_visa");
  }

  @Test
  void passesADeclineOnWithItsReason() {
    Authorization answer =
        gateway.authorize(
            LoopbackStripe.request(UUID.randomUUID(), FIFTY, "pm_card_chargeDeclined", false));

    assertThat(answer.result()).isEqualTo(Authorization.Result.DECLINED);
    assertThat(answer.declineCode()).isEqualTo("insufficient-funds");
    assertThat(gateway.status(UUID.randomUUID(), answer.reference()).state())
        .isEqualTo(AuthorizationStatus.State.DECLINED);
  }

  @Test
  void declinesACardThatStripeDoesNotKnow() {
    Authorization answer =
        gateway.authorize(LoopbackStripe.request(UUID.randomUUID(), FIFTY, "pm_missing", false));

    assertThat(answer.result()).isEqualTo(Authorization.Result.DECLINED);
    assertThat(answer.declineCode()).isEqualTo("resource-missing");
  }

  @Test
  void needsAToken() {
    assertThatThrownBy(
            () -> gateway.authorize(LoopbackStripe.request(UUID.randomUUID(), FIFTY, null, false)))
        .isInstanceOf(InvalidValue.class);
    assertThat(stripe.asked).isEmpty();
  }

  @Test
  void sendsTheBuyerToTheBanksPageWhereThereIsAWayBack() {
    UUID key = UUID.randomUUID();
    String card = "pm_card_threeDSecure2Required";

    Authorization page = gateway.authorize(LoopbackStripe.request(key, FIFTY, card, false));
    Authorization secret =
        gateway.authorize(
            new AuthorizationRequest(UUID.randomUUID(), FIFTY, card, false, null, null));

    assertThat(page.result()).isEqualTo(Authorization.Result.ACTION_REQUIRED);
    assertThat(page.nextAction().url()).hasHost("hooks.stripe.com");
    assertThat(page.nextAction().clientSecret()).isNull();
    assertThat(secret.nextAction().url()).isNull();
    assertThat(secret.nextAction().clientSecret()).contains("_secret_");
    assertThat(gateway.status(key, page.reference()).nextAction()).isEqualTo(page.nextAction());
  }

  @Test
  void capturesPartAndTellsTheFee() {
    String reference = authorize(UUID.randomUUID()).reference();

    GatewayResult gatewayResult =
        gateway.capture(UUID.randomUUID(), reference, Money.of("40.00", "EUR"));

    assertThat(gatewayResult.result()).isEqualTo(GatewayResult.Result.COMPLETED);
    assertThat(gatewayResult.fee()).isEqualTo(Money.of("0.85", "EUR"));
    AuthorizationStatus authorizationStatus = gateway.status(UUID.randomUUID(), reference);
    assertThat(authorizationStatus.state()).isEqualTo(AuthorizationStatus.State.CAPTURED);
    assertThat(authorizationStatus.authorized()).isEqualTo(FIFTY);
    assertThat(authorizationStatus.captured()).isEqualTo(Money.of("40.00", "EUR"));
  }

  @Test
  void knowsItsOwnCaptureAgainWhenStripeHasForgottenTheKey() {
    String reference = authorize(UUID.randomUUID()).reference();
    UUID key = UUID.randomUUID();
    GatewayResult gatewayResult = gateway.capture(key, reference, FIFTY);
    stripe.forgetIdempotencyKeys();

    assertThat(gateway.capture(key, reference, FIFTY)).isEqualTo(gatewayResult);
    Money other = Money.of("49.99", "EUR");
    assertThat(gateway.capture(UUID.randomUUID(), reference, other).result())
        .isEqualTo(GatewayResult.Result.REFUSED);
  }

  @Test
  void doesNotCaptureMoreThanWasAuthorized() {
    String reference = authorize(UUID.randomUUID()).reference();

    GatewayResult gatewayResult =
        gateway.capture(UUID.randomUUID(), reference, Money.of("50.01", "EUR"));

    assertThat(gatewayResult).isEqualTo(GatewayResult.refused("amount-too-large"));
  }

  @Test
  void givesAnAuthorizationUpOnceAndNoCapture() {
    String open = authorize(UUID.randomUUID()).reference();
    String taken = authorize(UUID.randomUUID()).reference();
    gateway.capture(UUID.randomUUID(), taken, FIFTY);

    assertThat(gateway.cancel(UUID.randomUUID(), open).result())
        .isEqualTo(GatewayResult.Result.COMPLETED);
    assertThat(gateway.cancel(UUID.randomUUID(), open).result())
        .isEqualTo(GatewayResult.Result.COMPLETED);
    assertThat(gateway.cancel(UUID.randomUUID(), taken).result())
        .isEqualTo(GatewayResult.Result.REFUSED);
    assertThat(gateway.status(UUID.randomUUID(), open).state())
        .isEqualTo(AuthorizationStatus.State.VOIDED);
  }

  @Test
  void refundsOnceEvenWhenStripeHasForgottenTheKey() {
    String reference = authorize(UUID.randomUUID()).reference();
    gateway.capture(UUID.randomUUID(), reference, FIFTY);
    UUID key = UUID.randomUUID();

    GatewayResult gatewayResult = gateway.refund(key, reference, Money.of("20.00", "EUR"));
    stripe.forgetIdempotencyKeys();

    assertThat(gatewayResult.result()).isEqualTo(GatewayResult.Result.COMPLETED);
    assertThat(gateway.refund(key, reference, Money.of("20.00", "EUR"))).isEqualTo(gatewayResult);
    assertThat(stripe.refunds()).isEqualTo(1);
    assertThat(gateway.status(UUID.randomUUID(), reference).refunded())
        .isEqualTo(Money.of("20.00", "EUR"));
    assertThat(gateway.refund(UUID.randomUUID(), reference, FIFTY).result())
        .isEqualTo(GatewayResult.Result.REFUSED);
  }

  @Test
  void tellsNewsOfAPendingRefundWhenItIsAskedAgain() {
    String reference = authorize(UUID.randomUUID()).reference();
    gateway.capture(UUID.randomUUID(), reference, FIFTY);
    stripe.account.refundsPend = true;
    UUID key = UUID.randomUUID();

    GatewayResult pending = gateway.refund(key, reference, FIFTY);
    stripe.settleRefunds();

    assertThat(pending.result()).isEqualTo(GatewayResult.Result.PENDING);
    assertThat(gateway.refund(key, reference, FIFTY).result())
        .isEqualTo(GatewayResult.Result.COMPLETED);
  }

  @Test
  void paysNobodyOut() {
    assertThat(gateway.payOut(UUID.randomUUID(), UserId.newId(), FIFTY))
        .isEqualTo(GatewayResult.refused("payouts-not-supported"));
    assertThat(stripe.asked).isEmpty();
  }

  @Test
  void tellsWhatMovedOldestFirst() {
    UUID payment = UUID.randomUUID();
    UUID refund = UUID.randomUUID();
    String reference = authorize(payment).reference();
    String charge = gateway.capture(UUID.randomUUID(), reference, FIFTY).reference();
    gateway.refund(refund, reference, Money.of("20.00", "EUR"));

    List<BalanceTransaction> moved =
        gateway.movements(
            Instant.ofEpochSecond(1_700_000_000), Instant.parse("2026-01-01T00:00:00.5Z"));

    assertThat(moved).hasSize(2);
    assertThat(moved.get(0).kind()).isEqualTo(BalanceTransaction.Kind.CAPTURE);
    assertThat(moved.get(0).key()).isEqualTo(payment);
    assertThat(moved.get(0).reference()).isEqualTo(charge);
    assertThat(moved.get(0).payment()).isEqualTo(reference);
    assertThat(moved.get(0).amount()).isEqualTo(FIFTY);
    assertThat(moved.get(0).fee()).isEqualTo(Money.of("1.00", "EUR"));
    assertThat(moved.get(1).kind()).isEqualTo(BalanceTransaction.Kind.REFUND);
    assertThat(moved.get(1).key()).isEqualTo(refund);
    assertThat(moved.get(1).payment()).isEqualTo(reference);
    assertThat(stripe.asked.get(stripe.asked.size() - 1).form())
        .containsEntry("created[gte]", "1700000000")
        .containsEntry("created[lt]", "1767225601");
  }
}
