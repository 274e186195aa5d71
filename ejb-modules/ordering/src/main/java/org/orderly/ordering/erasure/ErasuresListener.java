package org.orderly.ordering.erasure;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.orderly.identity.event.UserErased;
import org.orderly.platform.events.EventSubscription;

/** Erases users from orders and carts. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(
          propertyName = "destination",
          propertyValue = EventSubscription.IDENTITY + ErasuresListener.SUBSCRIPTION),
      @ActivationConfigProperty(
          propertyName = "acknowledgeMode",
          propertyValue = "Dups-ok-acknowledge"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ErasuresListener implements MessageListener {

  static final String SUBSCRIPTION = "ordering-identity";

  @Inject private BuyerErasure buyers;

  private final EventSubscription events =
      new EventSubscription().on(UserErased.class, event -> buyers.forget(SUBSCRIPTION, event));

  @Override
  public void onMessage(Message message) {
    events.receive(message);
  }
}
