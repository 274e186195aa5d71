/**
 * When stock is worth an alert, and its events.
 *
 * <p>Publishes {@link org.orderly.inventory.alert.StockRunningLow}, {@link
 * org.orderly.inventory.alert.StockDepleted}, {@link org.orderly.inventory.alert.StockReplenished}
 * and {@link org.orderly.inventory.alert.ProductBackInStock}.
 */
@NullMarked
package org.orderly.inventory.alert;

import org.jspecify.annotations.NullMarked;
