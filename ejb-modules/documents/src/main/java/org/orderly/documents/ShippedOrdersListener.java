package org.orderly.documents;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.List;
import org.orderly.ordering.OrderReference;
import org.orderly.platform.events.EventSubscription;

/** Issues the invoice of an order as soon as something of it is shipped. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(
          propertyName = "destination",
          propertyValue = EventSubscription.ORDERING + ShippedOrdersListener.SUBSCRIPTION),
      @ActivationConfigProperty(
          propertyName = "acknowledgeMode",
          propertyValue = "Dups-ok-acknowledge"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ShippedOrdersListener implements MessageListener {

  static final String SUBSCRIPTION = "ordering-documents";

  @Inject private Invoices invoices;

  /** Needs no inbox: an order has one invoice, however often it is asked for. */
  private final EventSubscription events =
      new EventSubscription()
          .on(List.of("OrderShipped"), event -> invoices.issue(OrderReference.of(event).orderId()));

  @Override
  public void onMessage(Message message) {
    events.receive(message);
  }
}
