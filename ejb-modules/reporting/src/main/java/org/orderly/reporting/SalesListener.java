package org.orderly.reporting;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.List;
import org.orderly.ordering.OrderReference;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.ordering.settlement.OrderRefunded;
import org.orderly.platform.events.EventSubscription;
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
          propertyValue = EventSubscription.ORDERING + SalesListener.SUBSCRIPTION),
      @ActivationConfigProperty(
          propertyName = "acknowledgeMode",
          propertyValue = "Dups-ok-acknowledge"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "16")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SalesListener implements MessageListener {

  static final String SUBSCRIPTION = "ordering-analytics";

  @Inject
  @Domain(OrderingDatabase.NAME)
  private Inbox inbox;

  @Inject private SalesCounter counter;

  private final EventSubscription events =
      new EventSubscription()
          .on(
              List.of("OrderConfirmed", "OrderEdited", "OrderCancelled", "OrderAdopted"),
              event -> counter.recount(OrderReference.of(event).orderId()))
          .on(OrderRefunded.class, this::count);

  @Override
  public void onMessage(Message message) {
    events.receive(message);
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
