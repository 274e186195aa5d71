package org.orderly.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OidcUserInfoTest {

  @ParameterizedTest
  @CsvSource({"true, grace@example.org", "false,", "TRUE,", "1,", ","})
  void hasTheAddressThatTheProviderHasVerified(String verified, String email) {
    OidcUserInfo oidcUserInfo =
        OidcUserInfo.of("issuer", "subject", "grace@example.org", verified, null);
    assertThat(oidcUserInfo.email()).isEqualTo(email);
  }
}
