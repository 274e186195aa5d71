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
import org.orderly.notification.webhook.payload.EventBody;
import org.orderly.notification.webhook.payload.WebhookEventTypes;
import org.orderly.platform.events.EventMessage;
import org.orderly.platform.events.EventSubscription;
import org.orderly.platform.events.Inbox;
import org.orderly.platform.persistence.Domain;

/**
 * Queues deliveries for the webhooks that subscribe to an event. The broker routes all domains'
 * events here.
 */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(
          propertyName = "destination",
          propertyValue = EventSubscription.WEBHOOK + WebhookEventsListener.SUBSCRIPTION),
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

  private final EventSubscription events =
      new EventSubscription().on(WebhookEventTypes.TYPES, this::take);

  @Override
  public void onMessage(Message message) {
    events.receive(message);
  }

  private void take(EventMessage event) {
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
