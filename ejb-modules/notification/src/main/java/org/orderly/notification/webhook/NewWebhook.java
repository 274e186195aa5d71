package org.orderly.notification.webhook;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A webhook that was just made.
 *
 * @param secret what its bodies are signed with; never shown again
 */
public record NewWebhook(
    UUID id,
    String url,
    String description,
    Set<String> events,
    String status,
    Instant createdAt,
    String secret) {

  static NewWebhook of(WebhookView made, String secret) {
    return new NewWebhook(
        made.id(),
        made.url(),
        made.description(),
        made.events(),
        made.status(),
        made.createdAt(),
        secret);
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "NewWebhook[id=" + id + "]";
  }
}
