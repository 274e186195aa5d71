/**
 * Receives the webhooks of payment gateways: each genuine event once, and passes it to the handlers
 * in the transaction that stores it.
 */
package org.orderly.payment.intake;
