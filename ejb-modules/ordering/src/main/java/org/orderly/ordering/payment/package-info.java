/**
 * How an order or what it costs more is about to be paid: a card's money is reserved before the
 * transaction that needs it, and let go if that is refused.
 */
package org.orderly.ordering.payment;
