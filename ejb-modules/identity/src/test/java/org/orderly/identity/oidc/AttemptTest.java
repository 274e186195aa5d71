package org.orderly.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.orderly.identity.token.OpaqueToken;

class AttemptTest {

  /** The example of RFC 7636, appendix B. */
  @Test
  void provesItselfByTheHashOfItsVerifier() {
    OpaqueToken any = new OpaqueToken("any");
    String verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    assertThat(new Attempt("provider", any, any, "nonce", verifier, null).codeChallenge())
        .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
  }

  @Test
  void sharesNothingWithAnother() {
    Attempt one = Attempt.begin("provider", null);
    Attempt other = Attempt.begin("provider", null);
    assertThat(one.state()).isNotEqualTo(other.state()).isNotEqualTo(one.browser());
    assertThat(one.nonce()).isNotEqualTo(other.nonce());
    assertThat(one.codeVerifier()).isNotEqualTo(other.codeVerifier()).hasSize(43);
    assertThat(one.toString()).doesNotContain(one.codeVerifier());
  }
}
