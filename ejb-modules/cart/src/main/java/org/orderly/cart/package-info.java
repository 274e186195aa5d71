/**
 * What a shopper means to buy, kept in Redis.
 *
 * <p>One cart a user, for 30 days after its last change. It knows products by id only; what they
 * are called and cost is asked when the cart is shown or ordered. Publishes nothing and calls no
 * other domain.
 *
 * <p>A cart is stored as one value with a revision. A writer that read an older revision is refused
 * by Redis and tries again on the newer one, so that two browser tabs never undo each other.
 */
@NullMarked
package org.orderly.cart;

import org.jspecify.annotations.NullMarked;
