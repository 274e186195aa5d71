package org.orderly.platform.events;

import java.util.UUID;

/** A row of the outbox on its way to the broker. */
record PendingEvent(
    long seq, UUID eventId, String type, UUID aggregateId, String occurredAt, String payload) {}
