/**
 * What of an event goes out to webhooks: the types on offer, the members that each sends, and the
 * body that is signed.
 *
 * <p>{@code webhook-payloads.txt} declares every member. Knows no subscription and no delivery.
 *
 * <p>Invariants: a member that is not declared is not sent; a body is written once, so that every
 * attempt sends the same bytes.
 */
@NullMarked
package org.orderly.notification.webhook.payload;

import org.jspecify.annotations.NullMarked;
