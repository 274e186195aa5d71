package org.orderly.kernel;

import java.time.Instant;
import java.util.UUID;

/**
 * A fact that a domain made true and tells the others.
 *
 * <p>Events are immutable records named in the past tense, in the package of their publisher.
 * Fields are added over time, never given another meaning. Consumers may meet an event twice and
 * tell it by its id.
 */
public interface DomainEvent {

  /** Unique for ever; the broker and the consumers recognise a repetition by it. */
  UUID eventId();

  /** When the fact became true, by the publisher's clock. */
  Instant occurredAt();

  /** The thing the fact is about; events of one aggregate are delivered in their order. */
  UUID aggregateId();
}
