/**
 * Payments after the checkout: orders with a pending payment are confirmed when it is certain,
 * cancelled when it fails or is late, and refunded on request.
 */
@NullMarked
package org.orderly.ordering.settlement;

import org.jspecify.annotations.NullMarked;
