package org.orderly.notification.webhook;

import java.time.Instant;
import java.util.UUID;

/**
 * A webhook's new secret.
 *
 * @param secret never shown again
 * @param oldSecretUntil until then bodies are signed with the old secret as well
 */
public record RotatedSecret(UUID id, String secret, Instant oldSecretUntil) {

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "RotatedSecret[id=" + id + "]";
  }
}
