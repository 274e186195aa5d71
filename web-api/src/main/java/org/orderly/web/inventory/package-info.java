/**
 * How much there is of products, why, and its corrections.
 *
 * <p>What there is now is open to everybody; the rest is for admins, and for vendors as far as it
 * is about their products.
 */
package org.orderly.web.inventory;
