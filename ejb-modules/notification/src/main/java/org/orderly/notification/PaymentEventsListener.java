package org.orderly.notification;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.orderly.identity.person.Contact;
import org.orderly.kernel.UserId;
import org.orderly.notification.RecipientResolver.Occasion;
import org.orderly.payment.lifecycle.PaymentFailed;
import org.orderly.payment.lifecycle.PaymentPending;
import org.orderly.payment.lifecycle.PaymentRefunded;
import org.orderly.payment.wallet.WalletCredited;
import org.orderly.payment.wallet.WalletDebited;
import org.orderly.platform.events.EventSubscription;

/**
 * Notifies buyers of pending, failed and refunded payments, and owners of wallets of credits and
 * debits. A payment that succeeds has no notification: that of the order says so.
 */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(
          propertyName = "destination",
          propertyValue = EventSubscription.PAYMENT + PaymentEventsListener.SUBSCRIPTION),
      @ActivationConfigProperty(
          propertyName = "acknowledgeMode",
          propertyValue = "Dups-ok-acknowledge"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "8")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PaymentEventsListener implements MessageListener {

  static final String SUBSCRIPTION = "notification-payment";

  @Inject private RecipientResolver recipientResolver;
  @Inject private OrderDetails orders;
  @Inject private PaymentMessages words;
  @Inject private NotificationDispatcher notificationDispatcher;

  private final EventSubscription events =
      new EventSubscription()
          .on(PaymentPending.class, this::pending)
          .on(PaymentFailed.class, this::failed)
          .on(PaymentRefunded.class, this::refunded)
          .on(WalletCredited.class, this::credited)
          .on(WalletDebited.class, this::debited);

  @Override
  public void onMessage(Message message) {
    events.receive(message);
  }

  private void pending(PaymentPending event) {
    tell(
        new Occasion(event.eventId(), event.userId(), event.orderId(), "payment-pending"),
        buyer -> words.pending(event, orders.number(event.orderId()), buyer));
  }

  private void failed(PaymentFailed event) {
    tell(
        new Occasion(event.eventId(), event.userId(), event.orderId(), "payment-failed"),
        buyer -> words.failed(event, orders.number(event.orderId()), buyer));
  }

  private void refunded(PaymentRefunded event) {
    tell(
        new Occasion(event.eventId(), event.userId(), event.orderId(), "payment-refunded"),
        buyer -> words.refunded(event, orders.number(event.orderId()), buyer));
  }

  private void tell(Occasion occasion, Function<Contact, MessageContent> content) {
    notificationDispatcher.announce(
        SUBSCRIPTION,
        occasion.eventId(),
        Set.of(occasion.buyer()),
        contacts -> recipientResolver.notices(contacts, occasion, content));
  }

  private void credited(WalletCredited event) {
    MessageContent messageContent = Messages.walletCredited(event);
    tellOwner(event.eventId(), event.userId(), "wallet-credited", messageContent);
  }

  private void debited(WalletDebited event) {
    MessageContent messageContent = Messages.walletDebited(event);
    tellOwner(event.eventId(), event.userId(), "wallet-debited", messageContent);
  }

  private void tellOwner(UUID eventId, UserId owner, String type, MessageContent content) {
    notificationDispatcher.announce(
        SUBSCRIPTION,
        eventId,
        Set.of(owner),
        contacts ->
            contacts.values().stream()
                .filter(who -> who.id().equals(owner))
                .map(who -> new Notification(eventId, who, type, content))
                .toList());
  }
}
