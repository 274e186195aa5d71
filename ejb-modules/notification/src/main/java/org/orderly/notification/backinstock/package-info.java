/**
 * Shoppers who asked to be notified when a product is available again: each is notified once, and
 * then forgotten.
 */
@NullMarked
package org.orderly.notification.backinstock;

import org.jspecify.annotations.NullMarked;
