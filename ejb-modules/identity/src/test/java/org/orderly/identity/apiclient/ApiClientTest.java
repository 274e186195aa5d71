package org.orderly.identity.apiclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.orderly.identity.token.OpaqueToken;
import org.orderly.kernel.InvalidValue;

class ApiClientTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  private final OpaqueToken secret = OpaqueToken.generate();

  @Test
  void acceptsItsSecretAndNoOther() {
    ApiClient apiClient = apiClient(null);
    assertThat(apiClient.accepts(secret, after(Duration.ofDays(10_000)))).isTrue();
    assertThat(apiClient.accepts(OpaqueToken.generate(), after(Duration.ZERO))).isFalse();
  }

  @Test
  void acceptsNothingOnceItsSecretHasExpired() {
    ApiClient apiClient = apiClient(Duration.ofDays(30));
    assertThat(apiClient.accepts(secret, after(Duration.ofDays(30).minusMillis(1)))).isTrue();
    assertThat(apiClient.accepts(secret, after(Duration.ofDays(30)))).isFalse();
  }

  @Test
  void isRevokedOnceAndForGood() {
    ApiClient apiClient = apiClient(null);
    assertThat(apiClient.revoke(after(Duration.ofHours(1)))).isTrue();
    assertThat(apiClient.revoke(after(Duration.ofHours(2)))).isFalse();
    assertThat(apiClient.accepts(secret, after(Duration.ofHours(1)))).isFalse();
    assertThat(apiClient.view().revokedAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
  }

  @Test
  void keepsItsScopesInOrder() {
    assertThat(apiClient(null).view().scopes()).containsExactly("orders:read", "stock:write");
  }

  @Test
  void refusesScopesThatDoNotExistAndNone() {
    assertThatThrownBy(() -> Scope.parse(List.of("stock:write", "everything")))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("catalog:write, stock:write, orders:read");
    assertThatThrownBy(() -> Scope.parse(List.of())).isInstanceOf(InvalidValue.class);
  }

  @Test
  void keepsSecretsOutOfLogs() {
    NewApiClient made = new NewApiClient(null, secret.text(), "Warehouse", Set.of(), NOW, null);
    assertThat(made.toString()).doesNotContain(secret.text());
    assertThat(new TokenGrant("a.b.c", "Bearer", 300, "").toString()).doesNotContain("a.b.c");
  }

  private ApiClient apiClient(Duration lifetime) {
    Set<Scope> scopes = Set.of(Scope.STOCK_WRITE, Scope.ORDERS_READ);
    return new ApiClient("Warehouse", secret, scopes, "somebody", lifetime, after(Duration.ZERO));
  }

  private static Clock after(Duration time) {
    return Clock.fixed(NOW.plus(time), ZoneOffset.UTC);
  }
}
