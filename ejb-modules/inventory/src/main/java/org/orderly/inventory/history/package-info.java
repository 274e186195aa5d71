/**
 * The history of stock: its movements by page, and how much there was at a time. Reads committed
 * data only, changes nothing.
 */
@NullMarked
package org.orderly.inventory.history;

import org.jspecify.annotations.NullMarked;
