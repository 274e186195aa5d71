package org.orderly.notification.webhook;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subscription, without its secret.
 *
 * @param events types, or {@code *} alone for all
 * @param status {@code ACTIVE} or {@code PAUSED}
 * @param pausedBy {@code ADMIN}, or {@code FAILURES} that went on for too long; {@code null} while
 *     active
 * @param failingSince when the first of the failures since the last success was; {@code null} if
 *     the last attempt succeeded
 */
public record WebhookView(
    UUID id,
    String url,
    String description,
    Set<String> events,
    String status,
    @Nullable String pausedBy,
    @Nullable Instant pausedAt,
    @Nullable Instant failingSince,
    Instant createdAt,
    Instant updatedAt) {

  /** What the audit log keeps: nothing of what an address may hold behind its question mark. */
  Map<String, Object> noted() {
    return Map.of(
        "url", url.replaceAll("\\?.*", ""),
        "description", description,
        "events", events,
        "status", status);
  }
}
