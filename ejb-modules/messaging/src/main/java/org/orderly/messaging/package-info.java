/**
 * How a domain's events leave it and how a consumer takes them in.
 *
 * <p>A domain appends its events to the {@link org.orderly.messaging.Outbox} of its own database,
 * in the transaction that made them true. A relay, one at a time per database, sends them to the
 * topic of the domain and then deletes them. Consumers enter each event id in their {@link
 * org.orderly.messaging.Inbox}, in the transaction of its effect. Together: no event is lost, none
 * takes effect twice, and the broker may be away.
 */
package org.orderly.messaging;
