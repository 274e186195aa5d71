/**
 * Changes orders before they are shipped: edits at current prices, and cancellations. Each change
 * is one transaction over the ordering, payment and inventory databases.
 *
 * <p>Publishes {@link org.orderly.ordering.change.OrderEdited} and {@link
 * org.orderly.ordering.change.OrderCancelled}.
 */
@NullMarked
package org.orderly.ordering.change;

import org.jspecify.annotations.NullMarked;
