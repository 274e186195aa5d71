package org.orderly.identity.twofactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final Instant NOW = Instant.ofEpochSecond(1_234_567_890);
  private static final long STEP = 41_152_263;

  /** RFC 6238, appendix B, of which six digits are the last six. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void givesTheCodesOfTheStandard(long second, String code) {
    assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
  void allowsOneStepOfDriftEitherWay(long off, boolean accepted) {
    String code = Totp.code(SECRET, STEP + off);
    assertThat(Totp.match(SECRET, code, NOW, 0).isPresent()).isEqualTo(accepted);
  }

  @Test
  void acceptsNoStepOfWhichACodeWasAcceptedNorOneBefore() {
    String code = Totp.code(SECRET, STEP);
    assertThat(Totp.match(SECRET, code, NOW, STEP - 1)).hasValue(STEP);
    assertThat(Totp.match(SECRET, code, NOW, STEP)).isEmpty();
    assertThat(Totp.match(SECRET, code, NOW, STEP + 1)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"''", "5924", "00592", "0059240", "005925", "00592a", "００５９２４"})
  void acceptsNothingElse(String typed) {
    assertThat(Totp.match(SECRET, typed, NOW, 0)).isEmpty();
  }

  /** RFC 4648, section 10, without padding. */
  @ParameterizedTest
  @CsvSource({"'', ''", "f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "foobar, MZXW6YTBOI"})
  void writesSecretsInBase32(String plain, String encoded) {
    assertThat(Base32.encode(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
  }
}
