package org.orderly.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.orderly.identity.event.UserErased;
import org.orderly.notification.backinstock.BackInStockRequests;
import org.orderly.platform.events.Inbox;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.personal.PersonalColumns;

/** Erases the notifications of erased users, sent or not. */
@ApplicationScoped
class NotificationErasure {

  private final Inbox inbox;
  private final PersonalColumns personalColumns;
  private final BackInStockRequests backInStockRequests;

  @Inject
  NotificationErasure(
      @Domain(NotificationDatabase.DOMAIN) Inbox inbox,
      @Domain(NotificationDatabase.DOMAIN) PersonalColumns personalColumns,
      BackInStockRequests backInStockRequests) {
    this.inbox = inbox;
    this.personalColumns = personalColumns;
    this.backInStockRequests = backInStockRequests;
  }

  /**
   * Erases what is declared as personal: messages, mails, and what webhooks were sent about them;
   * and what the user waited for. Does nothing the second time.
   */
  void forget(String subscription, UserErased event) {
    inbox.takeIn(
        subscription,
        event.eventId(),
        writes -> {
          personalColumns.erase(writes, event.userId());
          backInStockRequests.forget(writes, event.userId());
        });
  }
}
