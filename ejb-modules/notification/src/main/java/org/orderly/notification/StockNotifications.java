package org.orderly.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderly.catalog.CatalogQueries;
import org.orderly.catalog.Offer;
import org.orderly.identity.Users;
import org.orderly.identity.person.Contact;
import org.orderly.inventory.alert.ProductBackInStock;
import org.orderly.inventory.alert.StockDepleted;
import org.orderly.inventory.alert.StockReplenished;
import org.orderly.inventory.alert.StockRunningLow;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.UserId;
import org.orderly.notification.backinstock.BackInStockRequests;

/**
 * Notifies every admin and the vendor of a product of its alerts, and shoppers who wait for it when
 * it is available again. A product without a threshold causes no alert: nobody asked to be warned.
 */
@ApplicationScoped
class StockNotifications {

  private static final String ALERT = "stock-alert";

  private final Users users;
  private final CatalogQueries catalogQueries;
  private final NotificationDispatcher notificationDispatcher;
  private final BackInStockRequests backInStockRequests;

  @Inject
  StockNotifications(
      Users users,
      CatalogQueries catalogQueries,
      NotificationDispatcher notificationDispatcher,
      BackInStockRequests backInStockRequests) {
    this.users = users;
    this.catalogQueries = catalogQueries;
    this.notificationDispatcher = notificationDispatcher;
    this.backInStockRequests = backInStockRequests;
  }

  void runningLow(String subscription, StockRunningLow event) {
    alert(
        subscription,
        event,
        event.productId(),
        product -> Messages.stockRunningLow(event, product));
  }

  void depleted(String subscription, StockDepleted event) {
    if (event.threshold() != null) {
      alert(
          subscription,
          event,
          event.productId(),
          product -> Messages.stockDepleted(event, product));
    }
  }

  void replenished(String subscription, StockReplenished event) {
    if (event.threshold() != null) {
      alert(
          subscription,
          event,
          event.productId(),
          product -> Messages.stockReplenished(event, product));
    }
  }

  private void alert(
      String subscription,
      DomainEvent event,
      ProductId id,
      Function<@Nullable Offer, MessageContent> message) {
    Offer product = offer(id);
    MessageContent content = message.apply(product);
    notificationDispatcher.announce(
        subscription, event.eventId(), ALERT, recipients(product), who -> content);
  }

  /**
   * Notifies those who wait and forgets them, in one transaction; of a withdrawn product nobody.
   */
  void backInStock(String subscription, ProductBackInStock event) {
    Offer product = offer(event.productId());
    Set<UserId> waiting = new LinkedHashSet<>(backInStockRequests.waiting(event.productId()));
    if (product == null || waiting.isEmpty()) {
      return;
    }
    MessageContent content = Messages.backInStock(product);
    notificationDispatcher.announce(
        subscription,
        event.eventId(),
        waiting,
        contacts ->
            contacts.values().stream()
                .map(who -> new Notification(event.eventId(), who, "back-in-stock", content))
                .toList(),
        writes -> backInStockRequests.notified(writes, event.productId(), waiting));
  }

  private @Nullable Offer offer(ProductId id) {
    return catalogQueries.offers(List.of(id)).get(id);
  }

  /** Each once, also an admin who is the vendor. */
  private Set<Contact> recipients(@Nullable Offer product) {
    Set<Contact> recipients = new LinkedHashSet<>(users.admins());
    if (product != null && product.vendor() != null) {
      users.contact(product.vendor()).ifPresent(recipients::add);
    }
    return recipients;
  }
}
