/**
 * Publishes the events of a domain and consumes those of others.
 *
 * <p>A domain appends its events to the {@link org.orderly.platform.events.Outbox} of its own
 * database, in the transaction that made them true. A relay, one at a time for each database, sends
 * them to the topic of the domain and then deletes them. A consumer records the id of each event in
 * its {@link org.orderly.platform.events.Inbox}, in the transaction of its effect. So no event is
 * lost, none takes effect twice, and the broker may be down.
 */
@NullMarked
package org.orderly.platform.events;

import org.jspecify.annotations.NullMarked;
