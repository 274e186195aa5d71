/**
 * What the integrity checks read of the stock: checks I1 and I2, and reservations and returned
 * goods for comparison with orders and returns. Reads committed data only, changes nothing.
 */
@NullMarked
package org.orderly.inventory.integrity;

import org.jspecify.annotations.NullMarked;
