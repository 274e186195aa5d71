package org.orderly.web.edge.rate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderly.web.edge.FakeRequest;
import org.orderly.web.edge.RequestPath;

class RateClassTest {

  @ParameterizedTest
  @CsvSource({
    "POST, /api/v1/auth/login, STRICT",
    "POST, /api/v1//auth///login/, STRICT",
    "POST, /api/v1/auth/%6cogin, STRICT",
    "POST, /api/v1/auth;a=b/login;c=d, STRICT",
    "POST, /api/v1/auth/login%3Ba=b, STRICT",
    "POST, /api/v1/auth/password-reset/confirm, STRICT",
    "POST, /api/v1/auth/verify-email/resend, STRICT",
    "DELETE, /api/v1/auth/2fa, STRICT",
    "GET, /api/v1/auth/oidc/google/callback, STRICT",
    "PUT, /api/v1/users/me/password, STRICT",
    "POST, /api/v1/users/me/email, STRICT",
    "DELETE, /api/v1/users/me, STRICT",
    "GET, /api/v1/users/me, STANDARD",
    "PATCH, /api/v1/users/me, STANDARD",
    "GET, /api/v1/auth/sessions, STANDARD",
    "POST, /api/v1/auth/loginx, STANDARD",
    "GET, /api/v1/orders, STANDARD",
    "GET, /api/v1/orders/%zz, STANDARD",
    "GET, /api/v2/orders, STANDARD",
    "GET, /api/v1/pictures/TEA-1.svg, FREE",
    "GET, /, FREE",
    "GET, /assets/shop.js, FREE",
    "GET, /health, FREE",
    "GET, /.well-known/jwks.json, FREE"
  })
  void isDecidedByWhatAnAddressMeansNotByHowItIsWritten(
      String method, String uri, RateClass expected) {
    var request = new FakeRequest("::1").answering("getRequestURI", uri).made();
    assertThat(RateClass.of(method, RequestPath.path(request))).isEqualTo(expected);
  }
}
