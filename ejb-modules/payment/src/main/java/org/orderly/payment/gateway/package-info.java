/**
 * The way to payment gateways: what can be asked of one, what it may answer, and what stands around
 * each call (time-outs, bounded retries, a circuit breaker). Knows no database.
 *
 * <p>No card number ever comes here: a card is known by its gateway's token.
 */
@NullMarked
package org.orderly.payment.gateway;

import org.jspecify.annotations.NullMarked;
