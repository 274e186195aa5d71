/**
 * Customers' balances, and money that comes in and goes out through a gateway.
 *
 * <p>Publishes {@link org.orderly.payment.wallet.WalletCredited} and {@link
 * org.orderly.payment.wallet.WalletDebited}. Calls the ledger inside its transactions, and the
 * gateway never inside one.
 *
 * <p>Invariants: no wallet is below zero (I4), and nothing that a gateway was asked for stays open
 * (I10).
 */
@NullMarked
package org.orderly.payment.wallet;

import org.jspecify.annotations.NullMarked;
