/**
 * The seal on the ledger: every transaction, with its postings and whose accounts they name, is
 * hashed into one chain, so that a change, a row that is missing and a row that was slipped in
 * behind the shop's back are found.
 *
 * <p>Sealing comes after the commit, by one instance at a time: a checkout never waits for the end
 * of the chain.
 */
@NullMarked
package org.orderly.ledger.seal;

import org.jspecify.annotations.NullMarked;
