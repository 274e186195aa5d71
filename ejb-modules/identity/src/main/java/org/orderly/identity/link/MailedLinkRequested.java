package org.orderly.identity.link;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;

/**
 * Somebody asked for a link to an address, where perhaps nobody has an account.
 *
 * <p>Names the link by its id alone; its secret comes into being when {@code MailedLinks} is asked
 * for the mail, so that it is in no event.
 */
public record MailedLinkRequested(UUID eventId, Instant occurredAt, UUID linkId)
    implements DomainEvent {

  @Override
  public UUID aggregateId() {
    return linkId;
  }
}
