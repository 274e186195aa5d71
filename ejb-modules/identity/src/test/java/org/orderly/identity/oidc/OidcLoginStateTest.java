package org.orderly.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OidcLoginStateTest {

  @Test
  void sharesNothingWithAnother() {
    OidcLoginState one = OidcLoginState.begin("provider", null);
    OidcLoginState other = OidcLoginState.begin("provider", null);
    assertThat(one.state()).isNotEqualTo(other.state()).isNotEqualTo(one.browser());
    assertThat(one.nonce()).isNotEqualTo(other.nonce());
    assertThat(one.codeVerifier()).isNotEqualTo(other.codeVerifier()).hasSize(43);
    assertThat(one.toString()).doesNotContain(one.codeVerifier());
  }
}
