package org.orderly.web.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {

  private static final String SHOP = "https://shop.example";
  private static final String ALLOWED = "Access-Control-Allow-Origin";

  private final Map<String, String> headers = new TreeMap<>();
  private boolean passedOn;

  private final HttpServletResponse response =
      (HttpServletResponse)
          Proxy.newProxyInstance(
              CorsTest.class.getClassLoader(),
              new Class<?>[] {HttpServletResponse.class},
              (proxy, method, arguments) ->
                  headers.put(
                      arguments.length == 1 ? "status" : arguments[0].toString(),
                      arguments[arguments.length - 1].toString()));

  private void send(String configured, FakeRequest request, String path) throws Exception {
    FilterChain chain = (asked, answer) -> passedOn = true;
    new Cors(new AllowedOrigins(Optional.ofNullable(configured)))
        .doFilter(request.answering("getRequestURI", path).made(), response, chain);
  }

  private static FakeRequest from(String origin, String method) {
    FakeRequest request = new FakeRequest("::1").answering("getMethod", method);
    return origin == null ? request : request.with("Origin", origin);
  }

  private static FakeRequest preflight(String origin) {
    return from(origin, "OPTIONS").with("Access-Control-Request-Method", "PUT");
  }

  @Test
  void answersAPreflightItself() throws Exception {
    send("https://a.example, " + SHOP, preflight(SHOP), "/api/v1/orders");
    assertThat(passedOn).isFalse();
    assertThat(headers)
        .containsEntry("status", "204")
        .containsEntry(ALLOWED, SHOP)
        .containsEntry("Vary", "Origin")
        .containsEntry("Access-Control-Max-Age", "3600")
        .doesNotContainKey("Access-Control-Allow-Credentials");
    assertThat(headers.get("Access-Control-Allow-Methods")).contains("PUT").contains("PATCH");
    assertThat(headers.get("Access-Control-Allow-Headers"))
        .contains("Authorization", "Order-Token");
  }

  @Test
  void letsPagesReadOurOwnHeaders() throws Exception {
    send(SHOP, from(SHOP, "GET"), "/api/v1/orders");
    assertThat(passedOn).isTrue();
    assertThat(headers).containsEntry(ALLOWED, SHOP);
    assertThat(headers.get("Access-Control-Expose-Headers"))
        .contains(
            "X-Request-Id",
            "RateLimit-Remaining",
            "Location",
            "Idempotent-Replayed",
            "Order-Token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "https://shop.example.evil",
        "http://shop.example",
        "null"
      })
  void allowsNothingToOthers(String origin) throws Exception {
    send(SHOP, preflight(origin), "/api/v1/orders");
    assertThat(passedOn).isTrue();
    assertThat(headers).containsExactly(Map.entry("Vary", "Origin"));
  }

  @Test
  void saysNothingWhereNobodyIsAllowedOrNothingIsForPrograms() throws Exception {
    send(null, preflight(SHOP), "/api/v1/orders");
    send(SHOP, from(SHOP, "GET"), "/assets/shop.js");
    assertThat(headers).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "shop.example", "https://shop.example/", "https://a b", "null"})
  void refusesToStartWithWhatIsNoOrigin(String configured) {
    assertThatThrownBy(() -> new AllowedOrigins(Optional.of(configured)))
        .hasMessageContaining("ORDERLY_CORS_ORIGINS")
        .hasMessageContaining(configured);
  }
}
