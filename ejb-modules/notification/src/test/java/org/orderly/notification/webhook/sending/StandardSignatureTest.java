package org.orderly.notification.webhook.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The first expected value is a published test vector of Standard Webhooks. */
class StandardSignatureTest {

  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final Instant AT = Instant.ofEpochSecond(1_614_265_330, 999_000_000);
  private static final String BODY = "{\"test\": 2432232314}";
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String EXPECTED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  @Test
  void isThatOfThePublishedExample() {
    assertThat(StandardSignature.of(ID, AT, BODY, List.of(SECRET))).isEqualTo(EXPECTED);
  }

  @Test
  void comesOnceForEachSecretThatIsGood() {
    String both = StandardSignature.of(ID, AT, BODY, List.of(SECRET, "whs_older"));
    assertThat(both).startsWith(EXPECTED + " v1,");
    // "whs_older" in Base64: an old secret verifies under its characters
    String older = StandardSignature.of(ID, AT, BODY, List.of("whsec_d2hzX29sZGVy"));
    assertThat(both).isEqualTo(EXPECTED + " " + older);
  }

  @Test
  void isAnotherForAnotherIdTimeOrBody() {
    assertThat(StandardSignature.of("msg_2", AT, BODY, List.of(SECRET))).isNotEqualTo(EXPECTED);
    assertThat(StandardSignature.of(ID, AT.plusSeconds(1), BODY, List.of(SECRET)))
        .isNotEqualTo(EXPECTED);
    assertThat(StandardSignature.of(ID, AT, "{}", List.of(SECRET))).isNotEqualTo(EXPECTED);
  }
}
