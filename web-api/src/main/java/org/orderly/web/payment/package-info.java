/**
 * Money: payments and refunds of orders, what gateways and banks say, disputes, reconciliation,
 * balances of users and the ledger behind them.
 *
 * <p>Whatever moves money is told from its repetition by its {@code Idempotency-Key}.
 */
package org.orderly.web.payment;
