package org.orderly.ordering;

import org.orderly.kernel.DomainEvent;

/**
 * One step of an order's life, with the event that tells of it; never changed.
 *
 * @param number counted from 0
 * @param from {@code null} for the step that places the order
 */
record OrderStep(int number, OrderStatus from, OrderStatus to, DomainEvent event) {}
