package org.orderly.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class OpaqueTokenTest {

  @Test
  void holds256RandomBits() {
    OpaqueToken token = OpaqueToken.generate();
    assertThat(Base64.getUrlDecoder().decode(token.text())).hasSize(32);
    assertThat(token).isNotEqualTo(OpaqueToken.generate());
  }

  @Test
  void isKnownByItsSha256() {
    assertThat(new OpaqueToken("abc").hash())
        .asHexString()
        .isEqualTo("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD");
  }

  @Test
  void staysOutOfLogs() {
    OpaqueToken token = OpaqueToken.generate();
    assertThat(token.toString()).doesNotContain(token.text());
  }
}
