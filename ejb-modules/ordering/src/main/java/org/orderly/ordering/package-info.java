/**
 * Turns a cart or a list of items into an order, and keeps orders until they are closed.
 *
 * <p>This is the only conductor: it calls identity, catalog, cart, inventory and payment, none of
 * which knows another. Publishes {@link org.orderly.ordering.OrderPlaced} and {@link
 * org.orderly.ordering.OrderConfirmed}.
 *
 * <p>This package uses {@code quote} (items and prices) and {@code payment} (payment preparation).
 * The other packages use this one: they change orders through {@link
 * org.orderly.ordering.LockedOrders} and read them through {@link
 * org.orderly.ordering.OrderQueries}.
 *
 * <p>Placing an order is one transaction over the ordering, payment and inventory databases.
 * Invariants: every placed order has exactly one reservation set (I3); its total is the sum of its
 * rounded lines and the amount charged (I6); one cart and one key lead to at most one order (I7);
 * each transition has exactly one event (I8).
 */
@NullMarked
package org.orderly.ordering;

import org.jspecify.annotations.NullMarked;
