package org.orderly.ordering.settlement;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.orderly.payment.lifecycle.PaymentAuthorized;
import org.orderly.payment.lifecycle.PaymentFailed;
import org.orderly.platform.events.EventMessage;

/** Lets orders go on whose money has come, and ends those whose money will not come. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(
          propertyName = "destination",
          propertyValue = "orderly.payment.events::orderly.ordering-payment"),
      @ActivationConfigProperty(
          propertyName = "acknowledgeMode",
          propertyValue = "Dups-ok-acknowledge"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PaymentsListener implements MessageListener {

  static final String SUBSCRIPTION = "ordering-payment";

  @Inject private WaitingOrders orders;

  @Override
  public void onMessage(Message message) {
    EventMessage.of(message).handOver(this::take);
  }

  private void take(EventMessage event) {
    switch (event.type()) {
      case "PaymentAuthorized" -> {
        PaymentAuthorized authorized = event.as(PaymentAuthorized.class);
        orders.moneyCame(SUBSCRIPTION, authorized.eventId(), authorized.orderId());
      }
      case "PaymentFailed" -> {
        PaymentFailed failed = event.as(PaymentFailed.class);
        orders.moneyFailed(SUBSCRIPTION, failed.eventId(), failed.orderId());
      }
      default -> event.ignore();
    }
  }
}
