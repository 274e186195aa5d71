/**
 * Telling programs of others what happened: webhooks.
 *
 * <p>An admin subscribes an address to types of events. What the other domains tell arrives through
 * one queue, is written down once as the very bytes that will be sent, with one delivery for each
 * subscription that wants it, and is sent by threads of every instance: signed, at least once, in
 * no promised order, again and again for about a day, and then set aside as dead until an admin
 * replays it. Publishes {@link org.orderly.notification.webhook.WebhookPaused} on {@code
 * orderly.notification.events}.
 *
 * <p>Invariants: one delivery per subscription and event, however often the event arrives; nothing
 * is ever sent to an address that was not checked a moment before, name by name and number by
 * number; secrets are kept sealed and shown once; events that hold secrets or addresses of people
 * are not on offer.
 */
@NullMarked
package org.orderly.notification.webhook;

import org.jspecify.annotations.NullMarked;
