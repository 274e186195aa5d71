package org.orderly.ordering.analytics;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.List;
import java.util.UUID;
import org.orderly.messaging.EventMessage;
import org.orderly.messaging.ForDomain;
import org.orderly.messaging.Inbox;
import org.orderly.ordering.AboutOrder;
import org.orderly.ordering.OrderRefunded;

/** Keeps the summaries of sales by what happens to orders. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "artemis-ra"),
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(
          propertyName = "destination",
          propertyValue = "orderly.ordering.events::orderly.ordering-analytics"),
      @ActivationConfigProperty(
          propertyName = "acknowledgeMode",
          propertyValue = "Dups-ok-acknowledge"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SalesListener implements MessageListener {

  static final String SUBSCRIPTION = "ordering-analytics";

  @Inject
  @ForDomain(SalesDatabase.NAME)
  private Inbox inbox;

  @Override
  public void onMessage(Message message) {
    EventMessage.of(message).handOver(this::take);
  }

  private void take(EventMessage event) {
    switch (event.type()) {
      case "OrderConfirmed", "OrderEdited", "OrderCancelled", "OrderAdopted" ->
          recount(AboutOrder.of(event));
      case "OrderRefunded" -> count(event.as(OrderRefunded.class));
      default -> event.ignore();
    }
  }

  private void recount(AboutOrder event) {
    List<UUID> order = List.of(event.orderId().value());
    inbox.takeIn(SUBSCRIPTION, event.eventId(), writes -> SalesBooks.recount(writes, order));
  }

  private void count(OrderRefunded refund) {
    inbox.takeIn(
        SUBSCRIPTION,
        refund.eventId(),
        writes ->
            SalesBooks.refunded(
                writes,
                refund.eventId(),
                refund.orderId().value(),
                refund.occurredAt(),
                refund.amount()));
  }
}
