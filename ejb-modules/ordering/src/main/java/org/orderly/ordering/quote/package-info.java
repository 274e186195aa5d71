/**
 * What somebody wants to buy, and what it costs now: items named one by one or in a cart become a
 * basket at the catalogue's prices, which the buyer may be shown before it is ordered.
 *
 * <p>Only reads, and knows no order.
 */
package org.orderly.ordering.quote;
