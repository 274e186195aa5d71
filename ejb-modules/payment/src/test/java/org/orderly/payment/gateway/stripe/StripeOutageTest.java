package org.orderly.payment.gateway.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orderly.kernel.Money;
import org.orderly.payment.gateway.Authorization;
import org.orderly.payment.gateway.AuthorizationStatus;
import org.orderly.payment.gateway.NoGatewayResponse;

class StripeOutageTest {

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

  @ParameterizedTest
  @EnumSource(names = {"ERROR_500", "BUSY_429", "SILENT_BEFORE", "ENDLESS"})
  void saysThatThereWasNoAnswerAndFindsNothingDone(LoopbackStripe.Mishap mishap) {
    UUID key = UUID.randomUUID();
    stripe.next = mishap;

    assertThatThrownBy(() -> authorize(key)).isInstanceOf(NoGatewayResponse.class);

    assertThat(gateway.status(key, null)).isEqualTo(AuthorizationStatus.unknown());
    assertThat(authorize(key).result()).isEqualTo(Authorization.Result.AUTHORIZED);
  }

  @Test
  void findsWhatWasDoneWithoutAnAnswerAlsoWhenTheSearchLags() {
    UUID key = UUID.randomUUID();
    stripe.next = LoopbackStripe.Mishap.SILENT_AFTER;
    assertThatThrownBy(() -> authorize(key)).isInstanceOf(NoGatewayResponse.class);

    assertThat(gateway.status(key, null).state()).isEqualTo(AuthorizationStatus.State.AUTHORIZED);
    stripe.account.searchLags = true;
    assertThat(gateway.status(key, null).state()).isEqualTo(AuthorizationStatus.State.AUTHORIZED);
    assertThat(gateway.status(UUID.randomUUID(), null)).isEqualTo(AuthorizationStatus.unknown());
    assertThat(gateway.status(key, "pi_unheard_of")).isEqualTo(AuthorizationStatus.unknown());

    assertThat(authorize(key).result()).isEqualTo(Authorization.Result.AUTHORIZED);
    assertThat(stripe.intents()).isEqualTo(1);
  }

  @Test
  void neverTellsItsKey() {
    String secret = "sk_live_do_not_tell";

    assertThatThrownBy(
            () ->
                stripe
                    .gateway(secret)
                    .authorize(LoopbackStripe.request(UUID.randomUUID(), FIFTY, "pm_x", false)))
        .isInstanceOf(NoGatewayResponse.class)
        .hasMessageNotContaining(secret)
        .hasNoCause();
  }

  @Test
  void isAwayWithoutAKey() {
    StripeHttpClient line =
        new StripeHttpClient(Optional.empty(), Optional.of(stripe.url()), Duration.ofMillis(500));

    assertThatThrownBy(() -> new StripeSearch(line, Clock.systemUTC()).retrieve("pi_1"))
        .isInstanceOf(NoGatewayResponse.class)
        .hasMessageContaining("ORDERLY_STRIPE_SECRET_KEY");
  }
}
