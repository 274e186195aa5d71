package org.orderly.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessLogTest {

  @ParameterizedTest
  @CsvSource({
    "/, /",
    "/api/v1/orders, /api/v1/orders",
    "/assets/shop.js, /assets/shop.js",
    "/.well-known/jwks.json, /.well-known/jwks.json",
    "/api/v1/orders/0190-ab, /api/v1/orders/{}",
    "/api/v1/users/ann@example.org/roles, /api/v1/users/{}/roles",
    "/reset/eyJhbGciOi.J9, /reset/{}",
    "/Ann Miller/x, /{}/x"
  })
  void keepsWordsAndNoValues(String path, String written) {
    assertThat(AccessLog.withoutValues(path)).isEqualTo(written);
  }
}
