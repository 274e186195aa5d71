package org.orderly.payment;

import static org.orderly.payment.ledger.AccountKind.SALES;
import static org.orderly.payment.ledger.TransactionKind.CHARGE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.RoundTrip;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.payment.ledger.Move;
import org.orderly.payment.ledger.Place;

/**
 * A wallet pays an order: the balance, the ledger and the payment, in one journey.
 *
 * <p>If the balance is too small {@link #isCovered} says so, and everything must roll back.
 */
final class WalletCharge {

  private static final String INSERT_PAYMENT =
      """
      insert into payment (id, order_id, user_id, method, status, currency, amount, authorized,
          captured, created_at)
      values (?, ?, ?, 'WALLET', 'CAPTURED', ?, ?, ?, ?, ?)""";

  private final OrderId order;
  private final UserId buyer;
  private final Money total;
  private final Instant now;
  private Move move;

  /**
   * @param total may be zero, which moves no money
   */
  WalletCharge(OrderId order, UserId buyer, Money total, Instant now) {
    this.order = order;
    this.buyer = buyer;
    this.total = total;
    this.now = now;
  }

  void add(RoundTrip writes) {
    UUID payment = UuidV7.next();
    if (!total.isZero()) {
      move =
          Move.of(CHARGE, order.value(), Place.walletOf(buyer), Place.ofShop(SALES), total)
              .forPayment(payment);
      move.add(writes, now);
    }
    long amount = total.minorUnits();
    writes.change(
        INSERT_PAYMENT,
        payment,
        order.value(),
        buyer.value(),
        total.currency().getCurrencyCode(),
        amount,
        amount,
        amount,
        now.atOffset(ZoneOffset.UTC));
  }

  /** Whether the wallet held enough; known when the journey is made. */
  boolean isCovered() {
    return move == null || move.isCovered();
  }
}
