package org.orderly.notification;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.List;
import org.orderly.identity.Users;
import org.orderly.messaging.EventMessage;
import org.orderly.ordering.OrderPlaced;

/**
 * Tells the buyer what was ordered.
 *
 * <p>Once per order: the order's confirmation follows its placing at once and says no more, so that
 * it is not told.
 */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "artemis-ra"),
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(
          propertyName = "destination",
          propertyValue = "orderly.ordering.events::orderly.notification-ordering"),
      @ActivationConfigProperty(
          propertyName = "acknowledgeMode",
          propertyValue = "Dups-ok-acknowledge"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OrderingEventsListener implements MessageListener {

  static final String SUBSCRIPTION = "notification-ordering";

  @Inject private Users users;
  @Inject private Announcements announcements;

  @Override
  public void onMessage(Message message) {
    EventMessage.of(message).handOver(this::take);
  }

  private void take(EventMessage event) {
    switch (event.type()) {
      case "OrderPlaced" -> tellBuyer(event.as(OrderPlaced.class));
      default -> event.ignore();
    }
  }

  private void tellBuyer(OrderPlaced event) {
    List<Notice> notices =
        users.contact(event.userId()).stream()
            .map(
                who ->
                    new Notice(
                        event.eventId(), who, "order-placed", Wording.orderPlaced(event, who)))
            .toList();
    announcements.announce(SUBSCRIPTION, event.eventId(), notices);
  }
}
