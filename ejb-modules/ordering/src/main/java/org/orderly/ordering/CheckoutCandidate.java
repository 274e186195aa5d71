package org.orderly.ordering;

import java.time.Instant;
import java.util.stream.Stream;
import org.orderly.inventory.ReservationLine;
import org.orderly.kernel.ProductId;
import org.orderly.payment.ChargeRequest;
import org.orderly.platform.request.RequestContext;

/** A checkout in its transaction, with the order that it would place. */
record CheckoutCandidate(
    PlaceOrder command, Order order, ChargeRequest charge, RequestContext context) {

  static CheckoutCandidate of(PendingCheckout checkout, String number, Instant now) {
    PlaceOrder command = checkout.command();
    Order order =
        new Order(checkout.payment().order(), number, command, checkout.pricedItems(), now);
    ChargeRequest charge =
        new ChargeRequest(
            order.id(),
            order.buyer(),
            order.total(),
            checkout.payment().plan(),
            checkout.payment().unpaidFor(),
            checkout.context().actor());
    return new CheckoutCandidate(command, order, charge, checkout.context());
  }

  /** Whether the order would wait for its money. */
  boolean isUnpaid() {
    return !charge.plan().isSecured();
  }

  /** Whom the network address of an unpaid order stands for; {@code null} for the shop itself. */
  String site() {
    return isUnpaid() ? UnpaidLimits.site(context) : null;
  }

  Stream<ProductId> products() {
    return order.reservationLines().stream().map(ReservationLine::productId);
  }
}
