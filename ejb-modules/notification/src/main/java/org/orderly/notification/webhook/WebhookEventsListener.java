package org.orderly.notification.webhook;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.List;
import java.util.UUID;
import org.orderly.platform.events.EventMessage;
import org.orderly.platform.events.Inbox;
import org.orderly.platform.persistence.Domain;

/** Writes down what webhooks want to be told. The broker leads all domains' events here. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(
          propertyName = "destination",
          propertyValue = "orderly.webhook.events::orderly.webhooks"),
      @ActivationConfigProperty(
          propertyName = "acknowledgeMode",
          propertyValue = "Dups-ok-acknowledge"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WebhookEventsListener implements MessageListener {

  static final String SUBSCRIPTION = "webhooks";

  @Inject
  @Domain("notification")
  private Inbox inbox;

  @Inject private WebhookSubscriptions webhookSubscriptions;
  @Inject private DeliveryQueueRepository queue;

  @Override
  public void onMessage(Message message) {
    EventMessage.of(message).handOver(this::take);
  }

  private void take(EventMessage event) {
    if (!WebhookEventTypes.TYPES.contains(event.type())) {
      event.ignore();
      return;
    }
    List<UUID> webhooks = webhookSubscriptions.to(event.type());
    if (webhooks.isEmpty()) {
      return;
    }
    EventBody body = EventBody.of(event);
    if (inbox.takeIn(
        SUBSCRIPTION, body.id(), writes -> DeliveryRepository.add(writes, body, webhooks))) {
      queue.ring();
    }
  }
}
