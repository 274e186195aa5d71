package org.orderly.ordering.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UuidV7;
import org.orderly.ordering.LockedOrder;
import org.orderly.ordering.LockedOrders;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.payment.Payments;
import org.orderly.payment.RefundView;
import org.orderly.payment.method.RefundTarget;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.idempotency.IdempotencyKeys;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.platform.persistence.Domain;

/** Refunds orders on behalf of the shop. */
@ApplicationScoped
public class OrderRefunds {

  private final LockedOrders lockedOrders;
  private final Payments payments;
  private final IdempotencyKeys keys;
  private final Clock clock;

  @Inject
  OrderRefunds(
      LockedOrders lockedOrders,
      Payments payments,
      @Domain(OrderingDatabase.NAME) IdempotencyKeys keys,
      Clock clock) {
    this.lockedOrders = lockedOrders;
    this.payments = payments;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * A command to refund part of an order.
   *
   * @param to ORIGINAL or BALANCE
   * @param reason {@code null} if none was given
   */
  public record RefundOrder(OrderId order, Money amount, RefundTarget to, @Nullable String reason) {

    /**
     * @throws InvalidValue if the amount is not positive
     */
    public RefundOrder {
      if (!amount.isPositive()) {
        throw new InvalidValue("amount", "must be more than zero");
      }
    }
  }

  /**
   * Refunds part of what was captured, once per idempotency key, and records it with the order: one
   * transaction over the ordering and payment databases. The gateway refunds a card after it;
   * {@link org.orderly.payment.Refunds#attempt} does so at once.
   *
   * @throws org.orderly.ordering.OrderNotFound if there is no such order
   * @throws org.orderly.kernel.CurrencyMismatch if the order was paid in another currency
   * @throws org.orderly.payment.RefundAboveCaptured if less than that remains captured
   * @throws org.orderly.platform.idempotency.IdempotencyKeyReused if the key was used for another
   *     request
   */
  @Transactional
  public IdempotentResult<RefundView> refund(RefundOrder command, IdempotencyKey request) {
    return keys.once(
        request,
        RefundView.class,
        () -> {
          LockedOrder order = lockedOrders.lock(command.order());
          command.amount().requireIn(order.total().currency());
          order.note(
              command.reason(),
              new OrderRefunded(
                  UuidV7.next(),
                  clock.instant(),
                  order.id(),
                  order.number(),
                  order.buyer(),
                  command.amount(),
                  command.to().name()));
          lockedOrders.close(order);
          return payments.refund(command.order(), command.amount(), command.to(), command.reason());
        });
  }
}
