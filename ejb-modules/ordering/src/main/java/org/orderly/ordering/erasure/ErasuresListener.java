package org.orderly.ordering.erasure;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.orderly.identity.UserErased;
import org.orderly.platform.events.EventMessage;

/** Erases from orders and carts who has been forgotten. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(
          propertyName = "destination",
          propertyValue = "orderly.identity.events::orderly.ordering-identity"),
      @ActivationConfigProperty(
          propertyName = "acknowledgeMode",
          propertyValue = "Dups-ok-acknowledge"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ErasuresListener implements MessageListener {

  static final String SUBSCRIPTION = "ordering-identity";

  @Inject private BuyerErasureRepository buyers;

  @Override
  public void onMessage(Message message) {
    EventMessage.of(message).handOver(this::take);
  }

  private void take(EventMessage event) {
    switch (event.type()) {
      case "UserErased" -> buyers.forget(SUBSCRIPTION, event.as(UserErased.class));
      default -> event.ignore();
    }
  }
}
