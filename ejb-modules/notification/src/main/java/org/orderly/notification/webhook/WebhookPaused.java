package org.orderly.notification.webhook;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;

/**
 * A webhook failed for so long that nothing more is sent to it until an admin resumes it.
 *
 * @param host where it leads, without what else its address says
 * @param failingSince when the first of the failures in a row was
 */
public record WebhookPaused(
    UUID eventId, Instant occurredAt, UUID webhookId, String host, Instant failingSince)
    implements DomainEvent {

  @Override
  public UUID aggregateId() {
    return webhookId;
  }
}
