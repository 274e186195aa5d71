package org.orderly.payment.gateway;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayEventSignatureTest {

  private static final byte[] BODY = "{\"id\":\"evt_1\"}".getBytes(StandardCharsets.UTF_8);

  /** By {@code printf '1700000000.{"id":"evt_1"}' | openssl dgst -sha256 -hmac secret}. */
  private static final String GOOD =
      "t=1700000000,v1=af784f27423c462e20039559cd4264140f7b7ed4c9090e26fd663faa5eeb8dda";

  private static GatewayEventSignature at(long seconds) {
    Clock clock = Clock.fixed(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
    return new GatewayEventSignature("secret", clock);
  }

  @ParameterizedTest
  @ValueSource(longs = {1_700_000_000, 1_700_000_300, 1_699_999_700})
  void believesARightSignatureWithinTheWindow(long now) {
    assertThatCode(() -> at(now).check(GOOD, BODY)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(longs = {1_700_000_301, 1_699_999_699, 1_800_000_000})
  void refusesOneThatIsTooOldOrFromTheFuture(long now) {
    assertThatThrownBy(() -> at(now).check(GOOD, BODY)).isInstanceOf(ForgedGatewayEvent.class);
  }

  @Test
  void refusesAnotherBodyTimeOrSecret() {
    byte[] other = "{\"id\":\"evt_2\"}".getBytes(StandardCharsets.UTF_8);
    GatewayEventSignature stranger =
        new GatewayEventSignature(
            "guess", Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC));

    assertThatThrownBy(() -> at(1_700_000_000).check(GOOD, other))
        .isInstanceOf(ForgedGatewayEvent.class);
    assertThatThrownBy(
            () -> at(1_700_000_000).check(GOOD.replace("1700000000", "1700000001"), BODY))
        .isInstanceOf(ForgedGatewayEvent.class);
    assertThatThrownBy(() -> stranger.check(GOOD, BODY)).isInstanceOf(ForgedGatewayEvent.class);
  }

  @Test
  void takesOneOfSeveralSignaturesAsAfterAChangeOfSecrets() {
    String both = GOOD.replace("v1=", "v1=0000,v1=");

    assertThatCode(() -> at(1_700_000_000).check(both, BODY)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "t=,v1=",
        "t=x,v1=y",
        "v1=abc",
        "t=1700000000",
        "t=99999999999999999999,v1=a",
        "====",
        ",,,"
      })
  void refusesWhatIsNoSignature(String header) {
    assertThatThrownBy(() -> at(1_700_000_000).check(header, BODY))
        .isInstanceOf(ForgedGatewayEvent.class);
  }
}
