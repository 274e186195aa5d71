package org.orderly.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail to somebody, as it is kept.
 *
 * @param body empty if it held a secret and has been sent
 * @param status {@code PENDING}, {@code SENT}, {@code FAILED}, or {@code WITHHELD} because the
 *     address is not confirmed and had enough
 * @param sentAt {@code null} if it was not
 */
public record MailView(
    UUID id,
    String recipient,
    String subject,
    String body,
    String status,
    Instant createdAt,
    @Nullable Instant sentAt) {}
