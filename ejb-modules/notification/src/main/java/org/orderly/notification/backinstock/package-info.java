/**
 * Shoppers who asked to be told when a product is available again: each is told once, and then
 * forgotten.
 */
@NullMarked
package org.orderly.notification.backinstock;

import org.jspecify.annotations.NullMarked;
