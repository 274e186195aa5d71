/**
 * The double-entry book: who holds how much, and every move of money that made it so.
 *
 * <p>Knows no payment, no gateway and no order; whoever moves money writes a {@link
 * org.orderly.ledger.Posting} in the transaction that makes it true. Rows are only ever added, and
 * each transaction is sealed into one chain a moment later, so that a change behind the shop's back
 * is found. Owns the payment database for the rooms above.
 *
 * <p>Invariants: debits equal credits in every currency, and nothing that belongs to a customer is
 * below zero (I4).
 */
@NullMarked
package org.orderly.ledger;

import org.jspecify.annotations.NullMarked;
