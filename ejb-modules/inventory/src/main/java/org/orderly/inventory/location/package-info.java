/**
 * The locations at which stock is kept, and how much of a product lies at each.
 *
 * <p>Orders are served from the main location, which every shop has; stock elsewhere gets there by
 * transfers.
 */
@NullMarked
package org.orderly.inventory.location;

import org.jspecify.annotations.NullMarked;
