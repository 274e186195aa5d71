package org.orderly.notification;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.orderly.identity.Users;
import org.orderly.identity.person.Contact;
import org.orderly.kernel.UserId;
import org.orderly.platform.events.GroupInbox;
import org.orderly.platform.events.Inbox;
import org.orderly.platform.group.GroupLimits;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.SqlBatch;

/**
 * Dispatches the notifications about events to every channel, once. Events that arrive together
 * share one transaction and one look-up of their recipients.
 */
@ApplicationScoped
class NotificationDispatcher {

  /** One group at a time, so that the others gather; no more wait than listeners have sessions. */
  private static final GroupLimits LIMITS =
      new GroupLimits(1, 1_000, 64, 64, 64, Duration.ofSeconds(30));

  private final Inbox inbox;
  private final Users users;
  private final Instance<NotificationChannel> channels;
  private final GroupInbox<Announcement> events;

  /**
   * What is to be said about one event.
   *
   * @param recipients users whose contacts are needed
   * @param notifications from the contacts of those who are not gone
   * @param effect what else is written in the transaction
   */
  private record Announcement(
      Set<UserId> recipients,
      Function<Map<UserId, Contact>, List<Notification>> notifications,
      Consumer<SqlBatch> effect) {}

  @Inject
  NotificationDispatcher(
      @Domain(NotificationDatabase.DOMAIN) Inbox inbox,
      Users users,
      @Any Instance<NotificationChannel> channels) {
    this.inbox = inbox;
    this.users = users;
    this.channels = channels;
    this.events = new GroupInbox<>(inbox, LIMITS, this::write);
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
    announce(subscription, eventId, Set.of(), contacts -> notices);
  }

  /**
   * Dispatches what is made of the recipients' contacts. Does nothing if the subscription took the
   * event in before; must be called without a transaction.
   *
   * @param notifications is called once, or more often if the transaction fails
   */
  void announce(
      String subscription,
      UUID eventId,
      Set<UserId> recipients,
      Function<Map<UserId, Contact>, List<Notification>> notifications) {
    announce(subscription, eventId, recipients, notifications, writes -> {});
  }

  /** The same with something else to write in the transaction that takes the event in. */
  void announce(
      String subscription,
      UUID eventId,
      Set<UserId> recipients,
      Function<Map<UserId, Contact>, List<Notification>> notifications,
      Consumer<SqlBatch> effect) {
    Announcement announcement = new Announcement(recipients, notifications, effect);
    if (events.takeIn(subscription, eventId, announcement)) {
      channels.forEach(NotificationChannel::written);
    }
  }

  /** Whether the subscription took the event in before, so that nothing need be written. */
  boolean announced(String subscription, UUID eventId) {
    return inbox.has(subscription, eventId);
  }

  private void write(SqlBatch writes, List<Announcement> announcements) {
    announcements.forEach(announcement -> announcement.effect().accept(writes));
    Map<UserId, Contact> contacts =
        users.contacts(
            announcements.stream()
                .flatMap(announcement -> announcement.recipients().stream())
                .collect(toSet()));
    List<Notification> notifications =
        announcements.stream()
            .flatMap(announcement -> announcement.notifications().apply(contacts).stream())
            .toList();
    if (!notifications.isEmpty()) {
      channels.forEach(channel -> channel.write(writes, notifications));
    }
  }
}
