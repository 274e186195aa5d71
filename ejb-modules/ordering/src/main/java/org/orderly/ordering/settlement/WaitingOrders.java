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
import org.orderly.payment.PaymentState;
import org.orderly.payment.Payments;
import org.orderly.platform.events.Inbox;
import org.orderly.platform.persistence.Domain;

/**
 * Orders that wait for their money, as it comes or does not come. Each method is one transaction
 * over the ordering, payment and inventory databases, and the order's lock decides between the
 * money, a cancellation and the end of its time: whoever has it first wins.
 *
 * <p>An enterprise bean, since it is called by a message-driven one and by a thread: the container
 * begins the transaction so that the databases take part in it.
 */
@Stateless
public class WaitingOrders {

  private static final Logger LOG = Logger.getLogger(WaitingOrders.class.getName());

  @Inject
  @Domain(OrderingDatabase.NAME)
  private Inbox inbox;

  @Inject private LockedOrders desk;
  @Inject private Payments payments;
  @Inject private Cancellation cancellation;
  @Inject private Confirmations confirmations;
  @Inject private Clock clock;

  /** Public, since the EJB container finds no other. */
  public WaitingOrders() {}

  /** A part of the money is promised; if it is the last one the order is confirmed. */
  public void moneyCame(String subscription, UUID eventId, OrderId id) {
    if (inbox.enter(subscription, eventId)) {
      goOn(id, "payment-failed");
    }
  }

  /** A part of the money will not come; what can be cancelled is. */
  public void moneyFailed(String subscription, UUID eventId, OrderId id) {
    if (!inbox.enter(subscription, eventId)) {
      return;
    }
    OrderStatus status = desk.lock(id).status();
    if (status.successors().contains(OrderStatus.CANCELLED)) {
      cancellation.cancel(id, "payment-failed");
    } else if (status != OrderStatus.CANCELLED) {
      LOG.warning(() -> "order " + id + " is " + status + ", and a payment of it failed");
    }
  }

  /** Its time is over, unless the money has come in the last moment. */
  public void expire(OrderId id) {
    Instant end = desk.lock(id).view().expiresAt();
    if (end != null && !end.isAfter(clock.instant())) {
      goOn(id, "expired");
    }
  }

  /**
   * Confirms an order that waits if all its money is there.
   *
   * @param otherwise why it is cancelled if the money will not come, or its time is over
   */
  private void goOn(OrderId id, String otherwise) {
    LockedOrder order = desk.lock(id);
    if (order.status() != OrderStatus.PLACED) {
      return;
    }
    PaymentState money = payments.settle(id);
    if (money == PaymentState.PAID) {
      confirmations.confirm(order);
    } else if (money == PaymentState.FAILED || otherwise.equals("expired")) {
      cancellation.cancel(id, otherwise);
    }
  }
}
