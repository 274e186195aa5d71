package org.orderly.documents;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.orderly.ordering.OrderReference;
import org.orderly.platform.events.EventMessage;

/** Issues the invoice of an order as soon as something of it is shipped. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(
          propertyName = "destination",
          propertyValue = "orderly.ordering.events::orderly.ordering-documents"),
      @ActivationConfigProperty(
          propertyName = "acknowledgeMode",
          propertyValue = "Dups-ok-acknowledge"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ShippedOrdersListener implements MessageListener {

  @Inject private Invoices invoices;

  @Override
  public void onMessage(Message message) {
    EventMessage.of(message).handOver(this::take);
  }

  /** Needs no inbox: an order has one invoice, however often it is asked for. */
  private void take(EventMessage event) {
    switch (event.type()) {
      case "OrderShipped" -> invoices.issue(OrderReference.of(event).orderId());
      default -> event.ignore();
    }
  }
}
