package org.orderly.notification.webhook.sending;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that its sender has claimed.
 *
 * @param oldSecret sealed, as the other; {@code null} if only the new one is good
 * @param attempt which attempt this is, from 1; what another attempt has begun, this one cannot end
 */
public record ClaimedDelivery(
    UUID id,
    UUID webhookId,
    UUID eventId,
    String eventType,
    String body,
    String url,
    byte[] secret,
    byte @Nullable [] oldSecret,
    int attempt) {}
