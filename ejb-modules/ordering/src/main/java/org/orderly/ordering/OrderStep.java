package org.orderly.ordering;

import org.orderly.kernel.DomainEvent;

/**
 * A step in an order's history, with its event; never changed.
 *
 * @param from {@code null} for the step that places the order; the same as {@code to} for an event
 *     that does not change the status
 * @param reason as the caller gave it; {@code null} if none was given
 */
record OrderStep(OrderStatus from, OrderStatus to, String reason, DomainEvent event) {}
