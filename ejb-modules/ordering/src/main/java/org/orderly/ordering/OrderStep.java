package org.orderly.ordering;

import org.orderly.kernel.DomainEvent;

/**
 * One step of an order's life, with the event that tells of it; never changed.
 *
 * @param from {@code null} for the step that places the order; the same as {@code to} for a fact
 *     that leaves the status alone
 * @param reason as somebody gave it; {@code null} if nobody did
 */
record OrderStep(OrderStatus from, OrderStatus to, String reason, DomainEvent event) {}
