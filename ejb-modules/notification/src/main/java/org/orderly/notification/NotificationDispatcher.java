package org.orderly.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.orderly.identity.person.Contact;
import org.orderly.platform.events.Inbox;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.SqlBatch;

/** Dispatches the notifications about an event to every channel, once. */
@ApplicationScoped
class NotificationDispatcher {

  private final Inbox inbox;
  private final Instance<NotificationChannel> channels;

  @Inject
  NotificationDispatcher(
      @Domain(NotificationDatabase.DOMAIN) Inbox inbox,
      @Any Instance<NotificationChannel> channels) {
    this.inbox = inbox;
    this.channels = channels;
  }

  /**
   * Dispatches one notification to each recipient.
   *
   * @param type the kind of notification in kebab case
   */
  void announce(
      String subscription,
      UUID eventId,
      String type,
      Collection<Contact> recipients,
      Function<Contact, MessageContent> content) {
    List<Notification> notices =
        recipients.stream()
            .map(who -> new Notification(eventId, who, type, content.apply(who)))
            .toList();
    announce(subscription, eventId, notices);
  }

  /** Does nothing if the subscription took the event in before. */
  void announce(String subscription, UUID eventId, List<Notification> notices) {
    if (inbox.takeIn(subscription, eventId, writes -> write(writes, notices))) {
      channels.forEach(NotificationChannel::written);
    }
  }

  /** Whether the subscription took the event in before, so that nothing need be written. */
  boolean announced(String subscription, UUID eventId) {
    return inbox.has(subscription, eventId);
  }

  private void write(SqlBatch writes, List<Notification> notices) {
    for (Notification notification : notices) {
      channels.forEach(channel -> channel.write(writes, notification));
    }
  }
}
