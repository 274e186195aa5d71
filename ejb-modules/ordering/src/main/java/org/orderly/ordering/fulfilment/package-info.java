/**
 * Ships the goods of orders and publishes when they have arrived.
 *
 * <p>Publishes {@link org.orderly.ordering.fulfilment.OrderProcessing}, {@link
 * org.orderly.ordering.fulfilment.OrderShipped} and {@link
 * org.orderly.ordering.fulfilment.OrderDelivered}. A shipment is one transaction over the ordering
 * and inventory databases: the order's row is locked first, the stock last.
 *
 * <p>Invariants: no more of a line is shipped than was ordered, and what was shipped is what has
 * left the stock for the order.
 */
@NullMarked
package org.orderly.ordering.fulfilment;

import org.jspecify.annotations.NullMarked;
