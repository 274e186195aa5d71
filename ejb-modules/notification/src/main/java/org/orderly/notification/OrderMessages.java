package org.orderly.notification;

import java.util.List;
import org.orderly.identity.person.Contact;
import org.orderly.ordering.change.OrderCancelled;
import org.orderly.ordering.change.OrderEdited;
import org.orderly.ordering.fulfilment.OrderDelivered;
import org.orderly.ordering.fulfilment.OrderShipped;
import org.orderly.ordering.returns.OrderReturned;
import org.orderly.ordering.returns.ReturnApproved;
import org.orderly.ordering.returns.ReturnRefused;

/** The texts about what happens to an order after it was placed. */
final class OrderMessages {

  private OrderMessages() {}

  /** Without the reason: a guest typed it, and the address may be anybody's. The order shows it. */
  static MessageContent cancelled(OrderCancelled event, Contact buyer) {
    return new MessageContent(
        "Your order " + event.number() + " was cancelled",
        """
        Hello %s,

        your order %s for %s was cancelled. The order's page shows the reason.

        If you have paid for it, the money is refunded.
        """
            .formatted(buyer.name(), event.number(), event.total()));
  }

  static MessageContent edited(OrderEdited event, Contact buyer) {
    String lines = Messages.lines(event.lines(), event.adjustments());
    return new MessageContent(
        "Your order " + event.number() + " was changed",
        """
        Hello %s,

        your order %s was changed and now contains:

        %s
        Total: %s (before: %s)
        """
            .formatted(buyer.name(), event.number(), lines, event.total(), event.before()));
  }

  static MessageContent shipped(OrderShipped event, Contact buyer) {
    String tracking =
        event.trackingNumber() == null ? "" : ", tracking number " + event.trackingNumber();
    List<String> items =
        event.items().stream().map(item -> item.quantity() + " x " + item.name()).toList();
    return new MessageContent(
        "A parcel of your order " + event.number() + " is on its way",
        """
        Hello %s,

        these items were shipped to you by %s%s:

        %s
        """
            .formatted(buyer.name(), event.carrier(), tracking, String.join("\n", items)));
  }

  static MessageContent delivered(OrderDelivered event, Contact buyer) {
    String what = event.complete() ? "your order %s" : "a parcel of your order %s";
    return new MessageContent(
        (event.complete() ? "Your order " : "A parcel of your order ")
            + event.number()
            + " was delivered",
        """
        Hello %s,

        %s was delivered. If something is wrong with it, request a return on
        the order's page.
        """
            .formatted(buyer.name(), what.formatted(event.number())));
  }

  static MessageContent returnApproved(ReturnApproved event, Contact buyer) {
    return new MessageContent(
        "Your return of order " + event.number() + " was approved",
        """
        Hello %s,

        your return was approved. Please send the items back, and put this number
        into the parcel: %s
        """
            .formatted(buyer.name(), event.returnId()));
  }

  static MessageContent returnRefused(ReturnRefused event, Contact buyer) {
    return new MessageContent(
        "Your return of order " + event.number() + " was refused",
        """
        Hello %s,

        your return of order %s was refused for this reason:
        %s
        """
            .formatted(buyer.name(), event.number(), event.reason()));
  }

  static MessageContent returned(OrderReturned event, Contact buyer) {
    List<String> items =
        event.items().stream().map(item -> item.quantity() + " x " + item.name()).toList();
    return new MessageContent(
        "Your return of order " + event.number() + " has arrived",
        """
        Hello %s,

        we have received these returned items of your order %s:

        %s
        """
            .formatted(buyer.name(), event.number(), String.join("\n", items)));
  }
}
