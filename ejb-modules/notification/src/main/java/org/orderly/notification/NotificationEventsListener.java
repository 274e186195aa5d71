package org.orderly.notification;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.List;
import org.orderly.identity.Users;
import org.orderly.notification.webhook.WebhookPaused;
import org.orderly.platform.events.EventMessage;

/** Tells every admin when nothing more is sent to a webhook. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(
          propertyName = "destination",
          propertyValue = "orderly.notification.events::orderly.notification-webhooks"),
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

  @Override
  public void onMessage(Message message) {
    EventMessage.of(message).handOver(this::take);
  }

  private void take(EventMessage event) {
    switch (event.type()) {
      case "WebhookPaused" -> tellAdmins(event.as(WebhookPaused.class));
      default -> event.ignore();
    }
  }

  private void tellAdmins(WebhookPaused event) {
    MessageContent messageContent = Messages.webhookPaused(event);
    List<Notification> notices =
        users.admins().stream()
            .map(
                admin -> new Notification(event.eventId(), admin, "webhook-paused", messageContent))
            .toList();
    notificationDispatcher.announce(SUBSCRIPTION, event.eventId(), notices);
  }
}
