/**
 * Hash chain over rows that are never changed: each link's hash covers a row and the hash before
 * it, so that a row that was changed, is missing or was slipped in is found.
 *
 * <p>The audit log and the ledger each say what is hashed; link arithmetic and verification are
 * here. Stored hashes must stay valid: the form of a row is never changed.
 */
@NullMarked
package org.orderly.platform.chain;

import org.jspecify.annotations.NullMarked;
