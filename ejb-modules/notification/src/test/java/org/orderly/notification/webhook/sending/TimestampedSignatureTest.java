package org.orderly.notification.webhook.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The expected values come from {@code openssl dgst -sha256 -hmac}. */
class TimestampedSignatureTest {

  private static final Instant AT = Instant.ofEpochSecond(1_700_000_000, 999_000_000);
  private static final byte[] BODY = "{\"id\":\"1\"}".getBytes(StandardCharsets.UTF_8);
  private static final String FIRST =
      "d0ce5cfd3efa976957f30fe46536cbcd6229aaf67be7e9e6b50749fcd743b78f";
  private static final String SECOND =
      "ba610fdfcbdde4809999a240a835a1abbe208d44b792878a7aeb2347a16dfcd5";

  @Test
  void coversTheTimeInSecondsAndTheBody() {
    assertThat(TimestampedSignature.of(AT, BODY, List.of("whs_test")))
        .isEqualTo("t=1700000000,v1=" + FIRST);
  }

  @Test
  void comesOnceForEachSecretThatIsGood() {
    assertThat(TimestampedSignature.of(AT, BODY, List.of("whs_test", "whs_older")))
        .isEqualTo("t=1700000000,v1=" + FIRST + ",v1=" + SECOND);
  }

  @Test
  void isAnotherForAnotherTimeOrBody() {
    assertThat(TimestampedSignature.of(AT.plusSeconds(1), BODY, List.of("whs_test")))
        .doesNotContain(FIRST);
    assertThat(TimestampedSignature.of(AT, new byte[0], List.of("whs_test"))).doesNotContain(FIRST);
  }
}
