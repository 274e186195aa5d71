/** A gateway that moves no real money, for trying the shop out; on only if configured. */
package org.orderly.payment.gateway.sandbox;
