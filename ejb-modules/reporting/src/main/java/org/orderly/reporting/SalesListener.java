package org.orderly.reporting;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.orderly.ordering.OrderReference;
import org.orderly.ordering.OrderRefunded;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.platform.events.EventMessage;
import org.orderly.platform.events.Inbox;
import org.orderly.platform.persistence.Domain;

/**
 * Keeps the summaries of sales by what happens to orders. Whatever happened, an order is counted
 * for what it is now, so that its events need no inbox; refunds add up, and have one.
 */
@MessageDriven(
    activationConfig = {
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
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "8")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SalesListener implements MessageListener {

  static final String SUBSCRIPTION = "ordering-analytics";

  @Inject
  @Domain(OrderingDatabase.NAME)
  private Inbox inbox;

  @Inject private SalesCounter counter;

  @Override
  public void onMessage(Message message) {
    EventMessage.of(message).handOver(this::take);
  }

  private void take(EventMessage event) {
    switch (event.type()) {
      case "OrderConfirmed", "OrderEdited", "OrderCancelled", "OrderAdopted" ->
          counter.recount(OrderReference.of(event).orderId());
      case "OrderRefunded" -> count(event.as(OrderRefunded.class));
      default -> event.ignore();
    }
  }

  private void count(OrderRefunded refund) {
    inbox.takeIn(
        SUBSCRIPTION,
        refund.eventId(),
        writes ->
            SalesSummaryRepository.refunded(
                writes,
                refund.eventId(),
                refund.orderId().value(),
                refund.occurredAt(),
                refund.amount()));
  }
}
