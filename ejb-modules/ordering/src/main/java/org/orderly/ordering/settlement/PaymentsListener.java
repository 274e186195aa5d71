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
import org.orderly.platform.events.EventSubscription;

/** Confirms orders whose payment was authorized, and cancels those whose payment failed. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(
          propertyName = "destination",
          propertyValue = EventSubscription.PAYMENT + PaymentsListener.SUBSCRIPTION),
      @ActivationConfigProperty(
          propertyName = "acknowledgeMode",
          propertyValue = "Dups-ok-acknowledge"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PaymentsListener implements MessageListener {

  static final String SUBSCRIPTION = "ordering-payment";

  @Inject private WaitingOrders orders;

  private final EventSubscription events =
      new EventSubscription()
          .on(PaymentAuthorized.class, this::authorized)
          .on(PaymentFailed.class, this::failed);

  @Override
  public void onMessage(Message message) {
    events.receive(message);
  }

  private void authorized(PaymentAuthorized event) {
    orders.paymentAuthorized(SUBSCRIPTION, event.eventId(), event.orderId());
  }

  private void failed(PaymentFailed event) {
    orders.paymentFailed(SUBSCRIPTION, event.eventId(), event.orderId());
  }
}
