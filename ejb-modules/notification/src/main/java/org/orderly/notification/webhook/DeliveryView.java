package org.orderly.notification.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one webhook.
 *
 * @param status {@code PENDING}, {@code DELIVERED}, or {@code DEAD} after the last attempt failed
 * @param attempts how many were begun since it was written or replayed
 * @param nextAttemptAt when it is due; {@code null} when it is finished
 * @param finishedAt {@code null} until it is
 * @param answer the HTTP status of the last attempt; {@code null} if it got none
 * @param error why the last attempt failed; {@code null} if it did not
 */
public record DeliveryView(
    UUID id,
    UUID eventId,
    String eventType,
    Instant occurredAt,
    String status,
    int attempts,
    Instant createdAt,
    @Nullable Instant nextAttemptAt,
    @Nullable Instant finishedAt,
    @Nullable Integer answer,
    @Nullable String error) {}
