package org.orderly.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.orderly.identity.UserErased;
import org.orderly.platform.events.Inbox;
import org.orderly.platform.persistence.Domain;

/** Erases the notifications of erased users, sent or not. */
@ApplicationScoped
class NotificationErasure {

  /** What still waits was promised to be told; it holds an id alone, and goes with its age. */
  private static final String FORGET_WEBHOOK_EVENTS =
      """
      delete from webhook_event e where user_id = ? and not exists (
        select 1 from webhook_delivery d where d.event_id = e.id and d.status = 'PENDING')
      """;

  private final Inbox inbox;

  @Inject
  NotificationErasure(@Domain(NotificationDatabase.DOMAIN) Inbox inbox) {
    this.inbox = inbox;
  }

  /**
   * Deletes their messages and mails, and what webhooks are told of them; does nothing the second
   * time.
   */
  void forget(String subscription, UserErased event) {
    inbox.takeIn(
        subscription,
        event.eventId(),
        writes ->
            writes
                .change("delete from inbox_message where user_id = ?", event.userId().value())
                .change("delete from mail_delivery where user_id = ?", event.userId().value())
                .change(FORGET_WEBHOOK_EVENTS, event.userId().value()));
  }
}
