package org.orderly.notification;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.List;
import java.util.function.Function;
import org.orderly.identity.MailedLinks;
import org.orderly.identity.Users;
import org.orderly.identity.event.EmailChanged;
import org.orderly.identity.event.PasswordChanged;
import org.orderly.identity.event.UserErased;
import org.orderly.identity.event.UserRegistered;
import org.orderly.identity.link.MailedLinkRequested;
import org.orderly.identity.person.Contact;
import org.orderly.identity.session.AccountPaused;
import org.orderly.identity.session.RefreshTokenReused;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.UserId;
import org.orderly.platform.events.EventSubscription;

/** Sends a welcome, links by mail, and warnings about changes and dangers to an account. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(
          propertyName = "destination",
          propertyValue = EventSubscription.IDENTITY + IdentityEventsListener.SUBSCRIPTION),
      @ActivationConfigProperty(
          propertyName = "acknowledgeMode",
          propertyValue = "Dups-ok-acknowledge"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IdentityEventsListener implements MessageListener {

  static final String SUBSCRIPTION = "notification-identity";

  @Inject private Users users;
  @Inject private MailedLinks links;
  @Inject private AccountMessages wording;
  @Inject private NotificationErasure recipients;
  @Inject private NotificationDispatcher notificationDispatcher;

  private final EventSubscription events =
      new EventSubscription()
          .on(UserRegistered.class, this::welcome)
          .on(RefreshTokenReused.class, this::warn)
          .on(AccountPaused.class, this::warn)
          .on(MailedLinkRequested.class, this::mail)
          .on(EmailChanged.class, this::emailChanged)
          .on(PasswordChanged.class, this::passwordChanged)
          .on(UserErased.class, event -> recipients.forget(SUBSCRIPTION, event));

  @Override
  public void onMessage(Message message) {
    events.receive(message);
  }

  private void welcome(UserRegistered event) {
    tell(event, event.userId(), "welcome", Messages::welcome);
  }

  private void warn(RefreshTokenReused event) {
    tell(event, event.userId(), "session-ended", who -> Messages.sessionEnded(event, who));
  }

  private void warn(AccountPaused event) {
    tell(event, event.userId(), "account-paused", who -> Messages.accountPaused(event, who));
  }

  private void emailChanged(EmailChanged event) {
    tell(event, event.userId(), "email-changed", wording::emailChanged);
  }

  private void passwordChanged(PasswordChanged event) {
    tell(event, event.userId(), "password-changed", wording::passwordChanged);
  }

  /**
   * Asks for the link's secret only if the mail is not written yet: the one in it must stay the one
   * that works.
   */
  private void mail(MailedLinkRequested event) {
    if (notificationDispatcher.announced(SUBSCRIPTION, event.eventId())) {
      return;
    }
    List<Notification> notices =
        links.mint(event.linkId()).stream()
            .map(
                link ->
                    new Notification(
                        event.eventId(),
                        link.recipient(),
                        "account-link",
                        wording.link(link),
                        true))
            .toList();
    notificationDispatcher.announce(SUBSCRIPTION, event.eventId(), notices);
  }

  /** A user who was erased meanwhile gets nothing. */
  private void tell(
      DomainEvent event, UserId user, String type, Function<Contact, MessageContent> content) {
    List<Contact> recipients = users.contact(user).stream().toList();
    notificationDispatcher.announce(SUBSCRIPTION, event.eventId(), type, recipients, content);
  }
}
