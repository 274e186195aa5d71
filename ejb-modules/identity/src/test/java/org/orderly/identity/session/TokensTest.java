package org.orderly.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokensTest {

  @Test
  void keepsTokensOutOfLogs() {
    assertThat(new Tokens("access", "refresh", "Bearer", 900).toString())
        .doesNotContain("access")
        .doesNotContain("refresh");
  }
}
