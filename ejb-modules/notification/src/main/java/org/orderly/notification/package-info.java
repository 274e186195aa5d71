/**
 * Telling people what happened: a message in their inbox and a mail.
 *
 * <p>Listens to the events of the other domains through durable subscriptions, asks identity and
 * catalog for the names to write, and keeps messages and outgoing mail in the database {@code
 * notification}. Publishes what happens to webhooks; nobody waits for it.
 *
 * <p>Invariants: one message and one mail per event and recipient, however often the event arrives;
 * a mail is written down in the transaction that takes the event in, and sent afterwards. A mail
 * with a secret goes to the address alone, and its text is kept only until it is sent.
 */
@NullMarked
package org.orderly.notification;

import org.jspecify.annotations.NullMarked;
