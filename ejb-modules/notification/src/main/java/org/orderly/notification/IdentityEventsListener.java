package org.orderly.notification;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.List;
import org.orderly.identity.UserRegistered;
import org.orderly.identity.Users;

/** Welcomes who registered. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "artemis-ra"),
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(
          propertyName = "destination",
          propertyValue = "orderly.identity.events::orderly.notification-identity"),
      @ActivationConfigProperty(
          propertyName = "acknowledgeMode",
          propertyValue = "Dups-ok-acknowledge"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IdentityEventsListener implements MessageListener {

  static final String SUBSCRIPTION = "notification-identity";

  @Inject private Users users;
  @Inject private Announcements announcements;

  @Override
  public void onMessage(Message message) {
    EventMessage.of(message).handOver(this::take);
  }

  private void take(EventMessage event) {
    switch (event.type()) {
      case "UserRegistered" -> welcome(event.as(UserRegistered.class));
      default -> event.ignore();
    }
  }

  /** Who has gone meanwhile gets nothing. */
  private void welcome(UserRegistered event) {
    List<Notice> notices =
        users.contact(event.userId()).stream()
            .map(who -> new Notice(event.eventId(), who, "welcome", Wording.welcome(who)))
            .toList();
    announcements.announce(SUBSCRIPTION, event.eventId(), notices);
  }
}
