package org.orderly.identity.apiclient;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API client that was just made.
 *
 * @param clientSecret what it authenticates with; never shown again
 * @param expiresAt when the secret is no longer good; {@code null} for never
 */
public record NewApiClient(
    UUID clientId,
    String clientSecret,
    String name,
    Set<String> scopes,
    Instant createdAt,
    @Nullable Instant expiresAt) {

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "NewApiClient[clientId=" + clientId + "]";
  }
}
