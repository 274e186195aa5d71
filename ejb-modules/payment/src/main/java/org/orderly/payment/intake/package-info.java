/**
 * Receives the webhooks of payment gateways: each genuine event once, and passes it to the handlers
 * in the transaction that stores it.
 */
@NullMarked
package org.orderly.payment.intake;

import org.jspecify.annotations.NullMarked;
