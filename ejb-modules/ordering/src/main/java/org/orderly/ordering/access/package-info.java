/**
 * Who may see or change an order. {@link org.orderly.ordering.access.OrderAccess} alone compares an
 * order's buyer, guest and vendors with whoever asks; use cases pass it the {@link
 * org.orderly.ordering.access.OrderActor} of the request.
 */
@NullMarked
package org.orderly.ordering.access;

import org.jspecify.annotations.NullMarked;
