package org.orderly.notification;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.orderly.identity.Users;
import org.orderly.identity.person.Contact;
import org.orderly.kernel.UserId;
import org.orderly.payment.lifecycle.PaymentFailed;
import org.orderly.payment.lifecycle.PaymentPending;
import org.orderly.payment.lifecycle.PaymentRefunded;
import org.orderly.payment.wallet.WalletCredited;
import org.orderly.payment.wallet.WalletDebited;
import org.orderly.platform.events.EventMessage;

/**
 * Tells buyers what becomes of their money, and the owner of a wallet what went in and out. What
 * was paid as it should is not told: the order says so.
 */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(
          propertyName = "destination",
          propertyValue = "orderly.payment.events::orderly.notification-payment"),
      @ActivationConfigProperty(
          propertyName = "acknowledgeMode",
          propertyValue = "Dups-ok-acknowledge"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PaymentEventsListener implements MessageListener {

  static final String SUBSCRIPTION = "notification-payment";

  @Inject private Users users;
  @Inject private RecipientResolver recipientResolver;
  @Inject private OrderDetails orders;
  @Inject private PaymentMessages words;
  @Inject private NotificationDispatcher notificationDispatcher;

  @Override
  public void onMessage(Message message) {
    EventMessage.of(message).handOver(this::take);
  }

  private void take(EventMessage event) {
    switch (event.type()) {
      case "PaymentPending" -> pending(event.as(PaymentPending.class));
      case "PaymentFailed" -> failed(event.as(PaymentFailed.class));
      case "PaymentRefunded" -> refunded(event.as(PaymentRefunded.class));
      case "WalletCredited" -> credited(event.as(WalletCredited.class));
      case "WalletDebited" -> debited(event.as(WalletDebited.class));
      default -> event.ignore();
    }
  }

  private void pending(PaymentPending event) {
    RecipientResolver.Occasion occasion =
        new RecipientResolver.Occasion(
            event.eventId(), event.userId(), event.orderId(), "payment-pending");
    String number = orders.number(event.orderId());
    tell(occasion, buyer -> words.pending(event, number, buyer));
  }

  private void failed(PaymentFailed event) {
    RecipientResolver.Occasion occasion =
        new RecipientResolver.Occasion(
            event.eventId(), event.userId(), event.orderId(), "payment-failed");
    String number = orders.number(event.orderId());
    tell(occasion, buyer -> words.failed(event, number, buyer));
  }

  private void refunded(PaymentRefunded event) {
    RecipientResolver.Occasion occasion =
        new RecipientResolver.Occasion(
            event.eventId(), event.userId(), event.orderId(), "payment-refunded");
    String number = orders.number(event.orderId());
    tell(occasion, buyer -> words.refunded(event, number, buyer));
  }

  private void tell(
      RecipientResolver.Occasion occasion, Function<Contact, MessageContent> messageContent) {
    notificationDispatcher.announce(
        SUBSCRIPTION, occasion.eventId(), recipientResolver.notices(occasion, messageContent));
  }

  private void credited(WalletCredited event) {
    MessageContent messageContent = Messages.walletCredited(event);
    tellOwner(event.eventId(), event.userId(), "wallet-credited", messageContent);
  }

  private void debited(WalletDebited event) {
    MessageContent messageContent = Messages.walletDebited(event);
    tellOwner(event.eventId(), event.userId(), "wallet-debited", messageContent);
  }

  private void tellOwner(UUID eventId, UserId owner, String type, MessageContent messageContent) {
    List<Notification> notices =
        users.contact(owner).stream()
            .map(who -> new Notification(eventId, who, type, messageContent))
            .toList();
    notificationDispatcher.announce(SUBSCRIPTION, eventId, notices);
  }
}
