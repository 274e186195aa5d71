/**
 * Turns a cart or a list of items into an order, and keeps orders through their life.
 *
 * <p>This is the only conductor: it calls identity, catalog, cart, inventory and payment, none of
 * which knows another. Publishes {@link org.orderly.ordering.OrderPlaced} and {@link
 * org.orderly.ordering.OrderConfirmed}.
 *
 * <p>What is wanted and how it is paid is below, in {@code quote} and {@code tender}; whoever
 * changes or shows orders is above, in the other rooms, and has them from {@link
 * org.orderly.ordering.LockedOrders} or {@link org.orderly.ordering.OrderQueries}.
 *
 * <p>Placing an order is one transaction over the ordering, payment and inventory databases.
 * Invariants: every placed order has exactly one reservation set (I3); its total is the sum of its
 * rounded lines and the amount charged (I6); one cart and one key lead to at most one order (I7);
 * each transition has exactly one event (I8).
 */
package org.orderly.ordering;
