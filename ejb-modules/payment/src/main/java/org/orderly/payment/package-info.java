/**
 * What orders cost their buyers, and the balances that pay for them.
 *
 * <p>Publishes {@link org.orderly.payment.PaymentCaptured}, {@link
 * org.orderly.payment.wallet.WalletCredited} and {@link org.orderly.payment.wallet.WalletDebited}.
 * Calls payment gateways through {@link org.orderly.payment.gateway.PaymentGateway}, never inside a
 * transaction.
 *
 * <p>Invariants: debits equal credits in every currency and no wallet is below zero (I4); what was
 * captured less what was refunded is what the ledger holds of a payment, and no more is captured
 * than was authorized (I5). Postings are never changed; a mistake is reversed by another.
 */
package org.orderly.payment;
