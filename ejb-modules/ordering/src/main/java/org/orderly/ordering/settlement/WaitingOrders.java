package org.orderly.ordering.settlement;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.logging.Logger;
import org.orderly.kernel.OrderId;
import org.orderly.ordering.LockedOrder;
import org.orderly.ordering.LockedOrders;
import org.orderly.ordering.OrderStatus;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.ordering.change.Cancellation;
import org.orderly.payment.Payments;
import org.orderly.payment.lifecycle.PaymentState;
import org.orderly.platform.events.Inbox;
import org.orderly.platform.persistence.Domain;

/**
 * Confirms or cancels orders with a pending payment. Each method is one transaction over the
 * ordering, payment and inventory databases. The order's lock serializes payment, cancellation and
 * expiry: the first one wins.
 *
 * <p>An enterprise bean, because a message-driven bean and a background thread call it: the
 * container begins the transaction and enlists the databases.
 */
@Stateless
public class WaitingOrders {

  private static final Logger LOG = Logger.getLogger(WaitingOrders.class.getName());

  @Inject
  @Domain(OrderingDatabase.NAME)
  private Inbox inbox;

  @Inject private LockedOrders lockedOrders;
  @Inject private Payments payments;
  @Inject private Cancellation cancellation;
  @Inject private Clock clock;

  /** Public, because the EJB container requires it. */
  public WaitingOrders() {}

  /** A payment was authorized; confirms the order if it was the last one pending. */
  public void paymentAuthorized(String subscription, UUID eventId, OrderId id) {
    if (inbox.enter(subscription, eventId)) {
      settle(id, "payment-failed");
    }
  }

  /** A payment failed; cancels the order if its status allows it. */
  public void paymentFailed(String subscription, UUID eventId, OrderId id) {
    if (!inbox.enter(subscription, eventId)) {
      return;
    }
    OrderStatus status = lockedOrders.lock(id).status();
    if (status.successors().contains(OrderStatus.CANCELLED)) {
      cancellation.cancel(id, "payment-failed");
    } else if (status != OrderStatus.CANCELLED) {
      LOG.warning(() -> "order " + id + " is " + status + " but one of its payments failed");
    }
  }

  /** Cancels the order if its payment deadline has passed and it is still unpaid. */
  public void expire(OrderId id) {
    Instant end = lockedOrders.lock(id).view().expiresAt();
    if (end != null && !end.isAfter(clock.instant())) {
      settle(id, "expired");
    }
  }

  /**
   * Confirms a placed order if all its payments are certain.
   *
   * @param otherwise the reason of the cancellation if a payment failed or the deadline has passed
   */
  private void settle(OrderId id, String otherwise) {
    LockedOrder order = lockedOrders.lock(id);
    if (order.status() != OrderStatus.PLACED) {
      return;
    }
    PaymentState money = payments.settle(id);
    if (money == PaymentState.PAID) {
      order.confirm(clock.instant());
      lockedOrders.close(order);
    } else if (money == PaymentState.FAILED || otherwise.equals("expired")) {
      cancellation.cancel(id, otherwise);
    }
  }
}
