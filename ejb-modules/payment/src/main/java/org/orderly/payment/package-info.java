/**
 * What orders cost their buyers, and how it is paid, taken and given back.
 *
 * <p>The events of a payment are in {@link org.orderly.payment.lifecycle}. Calls payment gateways
 * through {@link org.orderly.payment.gateway.PaymentGateway}, never inside a transaction: what is
 * to be asked is a row before it is asked.
 *
 * <p>Invariants: what was captured less what was refunded is what the ledger holds of a payment, no
 * more is captured than was authorized and no more refunded than captured (I5); each transition has
 * one event (I8); nothing is open for long (I10).
 */
@NullMarked
package org.orderly.payment;

import org.jspecify.annotations.NullMarked;
