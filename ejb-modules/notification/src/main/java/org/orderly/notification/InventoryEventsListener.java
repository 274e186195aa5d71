package org.orderly.notification;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.orderly.inventory.alert.ProductBackInStock;
import org.orderly.inventory.alert.StockDepleted;
import org.orderly.inventory.alert.StockReplenished;
import org.orderly.inventory.alert.StockRunningLow;
import org.orderly.platform.events.EventSubscription;

/**
 * Notifies every admin, and the vendor of the product, when stock runs low, is depleted or was
 * replenished, and shoppers who wait for a product when it is available again.
 */
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

  @Inject private StockNotifications stock;

  private final EventSubscription events =
      new EventSubscription()
          .on(StockRunningLow.class, event -> stock.runningLow(SUBSCRIPTION, event))
          .on(StockDepleted.class, event -> stock.depleted(SUBSCRIPTION, event))
          .on(StockReplenished.class, event -> stock.replenished(SUBSCRIPTION, event))
          .on(ProductBackInStock.class, event -> stock.backInStock(SUBSCRIPTION, event));

  @Override
  public void onMessage(Message message) {
    events.receive(message);
  }
}
