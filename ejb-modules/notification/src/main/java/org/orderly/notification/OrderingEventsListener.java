package org.orderly.notification;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.function.Function;
import org.orderly.identity.person.Contact;
import org.orderly.ordering.OrderPlaced;
import org.orderly.ordering.change.OrderCancelled;
import org.orderly.ordering.change.OrderEdited;
import org.orderly.ordering.fulfilment.OrderDelivered;
import org.orderly.ordering.fulfilment.OrderShipped;
import org.orderly.ordering.returns.OrderReturned;
import org.orderly.ordering.returns.ReturnApproved;
import org.orderly.ordering.returns.ReturnRefused;
import org.orderly.platform.events.EventMessage;

/**
 * Tells the buyer what becomes of an order.
 *
 * <p>An order's confirmation follows its placing and says no more, so that it is not told; nor is
 * what the buyer has just asked for.
 */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(
          propertyName = "destination",
          propertyValue = "orderly.ordering.events::orderly.notification-ordering"),
      @ActivationConfigProperty(
          propertyName = "acknowledgeMode",
          propertyValue = "Dups-ok-acknowledge"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OrderingEventsListener implements MessageListener {

  static final String SUBSCRIPTION = "notification-ordering";

  @Inject private RecipientResolver recipientResolver;
  @Inject private NotificationDispatcher notificationDispatcher;

  @Override
  public void onMessage(Message message) {
    EventMessage.of(message).handOver(this::take);
  }

  private void take(EventMessage event) {
    switch (event.type()) {
      case "OrderPlaced" -> placed(event.as(OrderPlaced.class));
      case "OrderCancelled" -> cancelled(event.as(OrderCancelled.class));
      case "OrderEdited" -> edited(event.as(OrderEdited.class));
      case "OrderShipped" -> shipped(event.as(OrderShipped.class));
      case "OrderDelivered" -> delivered(event.as(OrderDelivered.class));
      case "ReturnApproved" -> approved(event.as(ReturnApproved.class));
      case "ReturnRefused" -> refused(event.as(ReturnRefused.class));
      case "OrderReturned" -> returned(event.as(OrderReturned.class));
      default -> event.ignore();
    }
  }

  private void placed(OrderPlaced event) {
    RecipientResolver.Occasion occasion =
        new RecipientResolver.Occasion(
            event.eventId(), event.userId(), event.orderId(), "order-placed");
    tell(occasion, buyer -> Messages.orderPlaced(event, buyer));
  }

  private void cancelled(OrderCancelled event) {
    RecipientResolver.Occasion occasion =
        new RecipientResolver.Occasion(
            event.eventId(), event.userId(), event.orderId(), "order-cancelled");
    tell(occasion, buyer -> OrderMessages.cancelled(event, buyer));
  }

  private void edited(OrderEdited event) {
    RecipientResolver.Occasion occasion =
        new RecipientResolver.Occasion(
            event.eventId(), event.userId(), event.orderId(), "order-edited");
    tell(occasion, buyer -> OrderMessages.edited(event, buyer));
  }

  private void shipped(OrderShipped event) {
    RecipientResolver.Occasion occasion =
        new RecipientResolver.Occasion(
            event.eventId(), event.userId(), event.orderId(), "order-shipped");
    tell(occasion, buyer -> OrderMessages.shipped(event, buyer));
  }

  private void delivered(OrderDelivered event) {
    RecipientResolver.Occasion occasion =
        new RecipientResolver.Occasion(
            event.eventId(), event.userId(), event.orderId(), "order-delivered");
    tell(occasion, buyer -> OrderMessages.delivered(event, buyer));
  }

  private void approved(ReturnApproved event) {
    RecipientResolver.Occasion occasion =
        new RecipientResolver.Occasion(
            event.eventId(), event.userId(), event.orderId(), "return-approved");
    tell(occasion, buyer -> OrderMessages.returnApproved(event, buyer));
  }

  private void refused(ReturnRefused event) {
    RecipientResolver.Occasion occasion =
        new RecipientResolver.Occasion(
            event.eventId(), event.userId(), event.orderId(), "return-refused");
    tell(occasion, buyer -> OrderMessages.returnRefused(event, buyer));
  }

  private void returned(OrderReturned event) {
    RecipientResolver.Occasion occasion =
        new RecipientResolver.Occasion(
            event.eventId(), event.userId(), event.orderId(), "order-returned");
    tell(occasion, buyer -> OrderMessages.returned(event, buyer));
  }

  private void tell(RecipientResolver.Occasion occasion, Function<Contact, MessageContent> letter) {
    notificationDispatcher.announce(
        SUBSCRIPTION, occasion.eventId(), recipientResolver.notices(occasion, letter));
  }
}
