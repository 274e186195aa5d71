package org.orderly.ordering.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UuidV7;
import org.orderly.ordering.LockedOrder;
import org.orderly.ordering.LockedOrders;
import org.orderly.ordering.OrderRefunded;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.payment.Payments;
import org.orderly.payment.RefundView;
import org.orderly.payment.method.RefundTarget;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.idempotency.IdempotencyKeys;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.platform.persistence.Domain;

/** Gives back what orders have paid, because the shop wants to. */
@ApplicationScoped
public class OrderRefunds {

  private final LockedOrders desk;
  private final Payments payments;
  private final IdempotencyKeys keys;
  private final Clock clock;

  @Inject
  OrderRefunds(
      LockedOrders desk,
      Payments payments,
      @Domain(OrderingDatabase.NAME) IdempotencyKeys keys,
      Clock clock) {
    this.desk = desk;
    this.payments = payments;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * @param to ORIGINAL or BALANCE
   * @param reason {@code null} if there is none to tell
   */
  public record Wish(OrderId order, Money amount, RefundTarget to, String reason) {

    /**
     * @throws InvalidValue if nothing would be given back
     */
    public Wish {
      if (!amount.isPositive()) {
        throw new InvalidValue("amount", "must be more than zero");
      }
    }
  }

  /**
   * Gives a part of what was captured back, once per request key, and notes it with the order: one
   * transaction over the ordering and payment databases. What goes to a card is asked of the
   * gateway after it; {@link org.orderly.payment.Refunds#attempt} does so at once.
   *
   * @throws org.orderly.ordering.OrderNotFound if there is no such order
   * @throws org.orderly.kernel.CurrencyMismatch if the order was paid in another currency
   * @throws org.orderly.payment.RefundAboveCaptured if less is left of what was captured
   * @throws org.orderly.platform.idempotency.IdempotencyKeyReused if the key came with another
   *     request before
   */
  @Transactional
  public IdempotentResult<RefundView> refund(Wish wish, IdempotencyKey request) {
    return keys.once(
        request,
        RefundView.class,
        () -> {
          LockedOrder order = desk.lock(wish.order());
          wish.amount().requireIn(order.total().currency());
          order.note(
              wish.reason(),
              new OrderRefunded(
                  UuidV7.next(),
                  clock.instant(),
                  order.id(),
                  order.number(),
                  order.buyer(),
                  wish.amount(),
                  wish.to().name()));
          desk.close(order);
          return payments.refund(wish.order(), wish.amount(), wish.to(), wish.reason());
        });
  }
}
