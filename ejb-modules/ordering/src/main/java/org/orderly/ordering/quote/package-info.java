/**
 * Prices items: a list of items or a cart is priced from the catalogue, for the checkout and for
 * quotes that a buyer sees before ordering.
 *
 * <p>Only reads, and does not depend on orders.
 */
@NullMarked
package org.orderly.ordering.quote;

import org.jspecify.annotations.NullMarked;
