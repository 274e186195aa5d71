/**
 * The adapter to Stripe, by its own Java library: payments are PaymentIntents, each call carries
 * the caller's key as Stripe's idempotency key and in the metadata of what it makes.
 *
 * <p>Source: the description of the API at docs.stripe.com/api.
 */
@NullMarked
package org.orderly.payment.gateway.stripe;

import org.jspecify.annotations.NullMarked;
