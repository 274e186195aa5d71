/**
 * Corrections of the stock on hand: adjustments of one product or many, and counts. Each is one
 * transaction of the inventory database, and runs once for an idempotency key.
 */
@NullMarked
package org.orderly.inventory.adjustment;

import org.jspecify.annotations.NullMarked;
