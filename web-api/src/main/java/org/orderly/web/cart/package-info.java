/** Before the order: the cart at today's prices, quotes, and the ways to pay. */
package org.orderly.web.cart;
