/**
 * Prepares the payment of an order or of the difference after an edit: a card is authorized before
 * the transaction, and the authorization is released if the transaction is refused.
 */
@NullMarked
package org.orderly.ordering.payment;

import org.jspecify.annotations.NullMarked;
