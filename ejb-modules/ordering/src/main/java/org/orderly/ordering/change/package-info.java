/**
 * Orders that become others before they are shipped: edited at today's prices, or cancelled. Each
 * change is one transaction over the ordering, payment and inventory databases.
 *
 * <p>Publishes {@link org.orderly.ordering.change.OrderEdited} and {@link
 * org.orderly.ordering.change.OrderCancelled}.
 */
package org.orderly.ordering.change;
