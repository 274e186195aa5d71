package org.orderly.notification;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.orderly.identity.Users;
import org.orderly.notification.webhook.WebhookPaused;
import org.orderly.platform.events.EventSubscription;

/** Notifies every admin when deliveries to a webhook are paused. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(
          propertyName = "destination",
          propertyValue = EventSubscription.NOTIFICATION + NotificationEventsListener.SUBSCRIPTION),
      @ActivationConfigProperty(
          propertyName = "acknowledgeMode",
          propertyValue = "Dups-ok-acknowledge"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NotificationEventsListener implements MessageListener {

  static final String SUBSCRIPTION = "notification-webhooks";

  @Inject private Users users;
  @Inject private NotificationDispatcher notificationDispatcher;

  private final EventSubscription events =
      new EventSubscription().on(WebhookPaused.class, this::tellAdmins);

  @Override
  public void onMessage(Message message) {
    events.receive(message);
  }

  private void tellAdmins(WebhookPaused event) {
    MessageContent messageContent = Messages.webhookPaused(event);
    notificationDispatcher.announce(
        SUBSCRIPTION, event.eventId(), "webhook-paused", users.admins(), who -> messageContent);
  }
}
