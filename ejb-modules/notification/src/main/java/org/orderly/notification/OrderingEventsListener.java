package org.orderly.notification;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.Set;
import java.util.function.Function;
import org.orderly.identity.person.Contact;
import org.orderly.notification.RecipientResolver.Occasion;
import org.orderly.ordering.OrderPlaced;
import org.orderly.ordering.change.OrderCancelled;
import org.orderly.ordering.change.OrderEdited;
import org.orderly.ordering.fulfilment.OrderDelivered;
import org.orderly.ordering.fulfilment.OrderShipped;
import org.orderly.ordering.returns.OrderReturned;
import org.orderly.ordering.returns.ReturnApproved;
import org.orderly.ordering.returns.ReturnRefused;
import org.orderly.platform.events.EventSubscription;

/**
 * Notifies the buyer of what happens to an order.
 *
 * <p>The confirmation of an order follows its placing and says no more, so there is no notification
 * of it; nor of what the buyer has just requested.
 */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(
          propertyName = "destination",
          propertyValue = EventSubscription.ORDERING + OrderingEventsListener.SUBSCRIPTION),
      @ActivationConfigProperty(
          propertyName = "acknowledgeMode",
          propertyValue = "Dups-ok-acknowledge"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "16")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OrderingEventsListener implements MessageListener {

  static final String SUBSCRIPTION = "notification-ordering";

  @Inject private RecipientResolver recipientResolver;
  @Inject private NotificationDispatcher notificationDispatcher;

  private final EventSubscription events =
      new EventSubscription()
          .on(OrderPlaced.class, this::placed)
          .on(OrderCancelled.class, this::cancelled)
          .on(OrderEdited.class, this::edited)
          .on(OrderShipped.class, this::shipped)
          .on(OrderDelivered.class, this::delivered)
          .on(ReturnApproved.class, this::approved)
          .on(ReturnRefused.class, this::refused)
          .on(OrderReturned.class, this::returned);

  @Override
  public void onMessage(Message message) {
    events.receive(message);
  }

  private void placed(OrderPlaced event) {
    tell(
        new Occasion(event.eventId(), event.userId(), event.orderId(), "order-placed"),
        buyer -> Messages.orderPlaced(event, buyer));
  }

  private void cancelled(OrderCancelled event) {
    tell(
        new Occasion(event.eventId(), event.userId(), event.orderId(), "order-cancelled"),
        buyer -> OrderMessages.cancelled(event, buyer));
  }

  private void edited(OrderEdited event) {
    tell(
        new Occasion(event.eventId(), event.userId(), event.orderId(), "order-edited"),
        buyer -> OrderMessages.edited(event, buyer));
  }

  private void shipped(OrderShipped event) {
    tell(
        new Occasion(event.eventId(), event.userId(), event.orderId(), "order-shipped"),
        buyer -> OrderMessages.shipped(event, buyer));
  }

  private void delivered(OrderDelivered event) {
    tell(
        new Occasion(event.eventId(), event.userId(), event.orderId(), "order-delivered"),
        buyer -> OrderMessages.delivered(event, buyer));
  }

  private void approved(ReturnApproved event) {
    tell(
        new Occasion(event.eventId(), event.userId(), event.orderId(), "return-approved"),
        buyer -> OrderMessages.returnApproved(event, buyer));
  }

  private void refused(ReturnRefused event) {
    tell(
        new Occasion(event.eventId(), event.userId(), event.orderId(), "return-refused"),
        buyer -> OrderMessages.returnRefused(event, buyer));
  }

  private void returned(OrderReturned event) {
    tell(
        new Occasion(event.eventId(), event.userId(), event.orderId(), "order-returned"),
        buyer -> OrderMessages.returned(event, buyer));
  }

  private void tell(Occasion occasion, Function<Contact, MessageContent> content) {
    notificationDispatcher.announce(
        SUBSCRIPTION,
        occasion.eventId(),
        Set.of(occasion.buyer()),
        contacts -> recipientResolver.notices(contacts, occasion, content));
  }
}
