package org.orderly.notification;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderly.catalog.CatalogQueries;
import org.orderly.catalog.Offer;
import org.orderly.identity.Users;
import org.orderly.identity.person.Contact;
import org.orderly.inventory.StockRanLow;
import org.orderly.platform.events.EventSubscription;

/** Notifies every admin, and the vendor of the product, when stock runs low. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(
          propertyName = "destination",
          propertyValue = EventSubscription.INVENTORY + InventoryEventsListener.SUBSCRIPTION),
      @ActivationConfigProperty(
          propertyName = "acknowledgeMode",
          propertyValue = "Dups-ok-acknowledge"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InventoryEventsListener implements MessageListener {

  static final String SUBSCRIPTION = "notification-inventory";

  @Inject private Users users;
  @Inject private CatalogQueries catalogQueries;
  @Inject private NotificationDispatcher notificationDispatcher;

  private final EventSubscription events =
      new EventSubscription().on(StockRanLow.class, this::alert);

  @Override
  public void onMessage(Message message) {
    events.receive(message);
  }

  private void alert(StockRanLow event) {
    Offer product = catalogQueries.offers(List.of(event.productId())).get(event.productId());
    MessageContent messageContent = Messages.stockRanLow(event, product);
    notificationDispatcher.announce(
        SUBSCRIPTION, event.eventId(), "stock-ran-low", recipients(product), who -> messageContent);
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
