/**
 * What is in stock, what of it is promised, and every movement that made it so.
 *
 * <p>Publishes the events of {@link org.orderly.inventory.alert}. Calls nobody; ordering calls it.
 *
 * <p>Invariants: a product's stock on hand at a location is the sum of its movements there (I1);
 * what is reserved lies between nothing and the stock on hand, and is the sum of the live
 * reservations (I2). A reservation is live until its goods have been shipped or it is given up. The
 * database guards the bounds too.
 */
@NullMarked
package org.orderly.inventory;

import org.jspecify.annotations.NullMarked;
