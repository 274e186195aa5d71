/**
 * Prepares the payment of an order or of the difference after an edit: a card is authorized before
 * the transaction, and the authorization is released if the transaction is refused.
 */
package org.orderly.ordering.payment;
