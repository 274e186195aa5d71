/**
 * The ledger as people read it: accounts, transactions, wallet statements, the trial balance; and
 * the reversal of a transaction that an admin has read.
 *
 * <p>Reads join the caller's transaction if there is one. A reversal is a posting of {@link
 * org.orderly.ledger.Ledger} like any other: no row is changed, and a transaction is reversed at
 * most once.
 */
@NullMarked
package org.orderly.ledger.statement;

import org.jspecify.annotations.NullMarked;
