package org.orderly.payment.gateway.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.kernel.Money;
import org.orderly.payment.gateway.ForgedGatewayEvent;
import org.orderly.payment.gateway.GatewayEvent;

class StripeEventsTest {

  private static final String SECRET = "whsec_test";
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final UUID KEY = UUID.fromString("0193a5b0-1c2d-7e3f-8a4b-0c5d6e7f8a9b");

  /** Tells microseconds, as the shop's own does. */
  private static final Clock CLOCK =
      Clock.tick(Clock.fixed(NOW, ZoneOffset.UTC), Duration.of(1, ChronoUnit.MICROS));

  private final StripeEvents events = new StripeEvents(Optional.of(SECRET), CLOCK);

  private static String event(String type, String object) {
    return "{\"id\":\"evt_1\",\"object\":\"event\",\"api_version\":\"2019-01-01\",\"created\":1795176000,"
        + "\"type\":\""
        + type
        + "\",\"data\":{\"object\":"
        + object
        + "}}";
  }

  private static String intent() {
    return "{\"id\":\"pi_1\",\"object\":\"payment_intent\",\"amount\":5000,\"currency\":\"eur\","
        + "\"status\":\"requires_capture\",\"metadata\":{\"orderly_key\":\""
        + KEY
        + "\"}}";
  }

  private static String signature(String secret, long seconds, String body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] digest = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
    return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(digest);
  }

  private GatewayEvent read(String signature, String body) {
    return events.read(signature, body.getBytes(StandardCharsets.UTF_8));
  }

  private GatewayEvent read(String body) throws Exception {
    return read(signature(SECRET, NOW.getEpochSecond(), body), body);
  }

  @Test
  void believesWhatStripeSigned() throws Exception {
    GatewayEvent gatewayEvent = read(event("payment_intent.amount_capturable_updated", intent()));

    assertThat(gatewayEvent)
        .isEqualTo(
            new GatewayEvent(
                "evt_1",
                GatewayEvent.Kind.AUTHORIZED,
                KEY,
                "pi_1",
                null,
                Money.of("50.00", "EUR"),
                null,
                null,
                Instant.parse("2026-11-20T12:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource({
    "payment_intent.succeeded, CAPTURED",
    "payment_intent.payment_failed, DECLINED",
    "payment_intent.canceled, VOIDED",
    "payment_intent.created, OTHER",
    "customer.created, OTHER"
  })
  void knowsWhatEventsMean(String type, GatewayEvent.Kind kind) throws Exception {
    assertThat(read(event(type, intent())).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "charge.dispute.created, needs_response, DISPUTE_OPENED",
    "charge.dispute.closed, won, DISPUTE_WON",
    "charge.dispute.closed, lost, DISPUTE_LOST"
  })
  void readsDisputes(String type, String status, GatewayEvent.Kind kind) throws Exception {
    String dispute =
        "{\"id\":\"dp_1\",\"object\":\"dispute\",\"amount\":700,\"currency\":\"jpy\",\"reason\":"
            + "\"product_not_received\",\"payment_intent\":\"pi_1\",\"status\":\""
            + status
            + "\"}";

    GatewayEvent gatewayEvent = read(event(type, dispute));

    assertThat(gatewayEvent.kind()).isEqualTo(kind);
    assertThat(gatewayEvent.disputeId()).isEqualTo("dp_1");
    assertThat(gatewayEvent.reference()).isEqualTo("pi_1");
    assertThat(gatewayEvent.amount()).isEqualTo(Money.of("700", "JPY"));
    assertThat(gatewayEvent.reason()).isEqualTo("product-not-received");
  }

  @Test
  void readsARefundThatFailedLater() throws Exception {
    String refund =
        "{\"id\":\"re_1\",\"object\":\"refund\",\"amount\":500,\"currency\":\"eur\","
            + "\"payment_intent\":\"pi_1\",\"status\":\"failed\",\"failure_reason\":\"lost_or_stolen_card\","
            + "\"metadata\":{\"orderly_key\":\""
            + KEY
            + "\"}}";

    GatewayEvent gatewayEvent = read(event("refund.failed", refund));

    assertThat(gatewayEvent.kind()).isEqualTo(GatewayEvent.Kind.REFUND_FAILED);
    assertThat(gatewayEvent.key()).isEqualTo(KEY);
    assertThat(gatewayEvent.authorizationKey()).isNull();
    assertThat(gatewayEvent.reason()).isEqualTo("lost-or-stolen-card");
  }

  @Test
  void refusesAnotherSecretAnotherBodyAndNoSignature() throws Exception {
    String body = event("payment_intent.succeeded", intent());
    long now = NOW.getEpochSecond();
    String good = signature(SECRET, now, body);

    assertThatThrownBy(() -> read(signature("whsec_other", now, body), body))
        .isInstanceOf(ForgedGatewayEvent.class);
    assertThatThrownBy(() -> read(good, body.replace("5000", "9000")))
        .isInstanceOf(ForgedGatewayEvent.class);
    assertThatThrownBy(() -> read(null, body)).isInstanceOf(ForgedGatewayEvent.class);
    assertThatThrownBy(() -> read("t=now,v1=abc", body)).isInstanceOf(ForgedGatewayEvent.class);
    assertThatThrownBy(() -> read(",=,t", body)).isInstanceOf(ForgedGatewayEvent.class);
    assertThatThrownBy(() -> read(good.replace("v1=", "v0="), body))
        .isInstanceOf(ForgedGatewayEvent.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {301, 3_600, 86_400})
  void refusesAnOldNoticeThatIsSentAgain(long age) throws Exception {
    String body = event("payment_intent.succeeded", intent());
    long then = NOW.getEpochSecond() - age;

    assertThatThrownBy(() -> read(signature(SECRET, then, body), body))
        .isInstanceOf(ForgedGatewayEvent.class);
    assertThat(read(signature(SECRET, NOW.getEpochSecond() - 299, body), body).kind())
        .isEqualTo(GatewayEvent.Kind.CAPTURED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "not json", "{\"id\":\"evt_1\",\"type\":7}"})
  void refusesWhatIsNoEventEvenIfItIsSigned(String body) throws Exception {
    String signature = signature(SECRET, NOW.getEpochSecond(), body);
    if (body.contains("evt_1")) {
      assertThat(read(signature, body).kind()).isEqualTo(GatewayEvent.Kind.OTHER);
    } else {
      assertThatThrownBy(() -> read(signature, body)).isInstanceOf(ForgedGatewayEvent.class);
    }
  }

  @Test
  void believesNobodyWithoutASecret() throws Exception {
    String body = event("payment_intent.succeeded", intent());
    StripeEvents without = new StripeEvents(Optional.empty(), Clock.systemUTC());
    String signature = signature("x", Instant.now().getEpochSecond(), body);

    assertThatThrownBy(() -> without.read(signature, body.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(ForgedGatewayEvent.class);
  }
}
