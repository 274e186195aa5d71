/**
 * The adapter to the sandbox gateway, a service that moves no real money and fails on demand; see
 * docs/payments.md.
 */
@NullMarked
package org.orderly.payment.gateway.sandbox;

import org.jspecify.annotations.NullMarked;
