/**
 * Takes in what payment gateways tell by themselves: once each, if it is genuine, and hands it to
 * whom it concerns in the transaction that notes that it came.
 */
package org.orderly.payment.intake;
