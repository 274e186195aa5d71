package org.orderly.payment;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.RoundTrip;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;

/**
 * A wallet pays an order: the balance, the ledger and the payment, in one journey.
 *
 * <p>The wallet's row is locked and changed in the same statement, which changes nothing if the
 * balance is too small; then {@link #isCovered} says so and everything must roll back.
 */
final class WalletCharge {

  /** The shop's account is opened with its first posting. */
  private static final String OPEN_SALES =
      """
      insert into account (id, kind, currency) select ?, 'SALES', ?
      where not exists (select 1 from account
                        where kind = 'SALES' and owner is null and currency = ?::bpchar)
      on conflict do nothing""";

  private static final String TAKE =
      """
      update account set balance = balance - ?, version = version + 1
      where owner = ? and currency = ?::bpchar and kind = 'WALLET' and balance >= ?""";

  private static final String INSERT_TRANSACTION =
      "insert into ledger_transaction (id, kind, reference, occurred_at)"
          + " values (?, 'CHARGE', ?, ?)";

  private static final String INSERT_POSTING =
      """
      insert into posting (transaction_id, source, destination, amount, currency)
      select ?, wallet.id, sales.id, ?, wallet.currency
      from account wallet join account sales using (currency)
      where wallet.owner = ? and wallet.currency = ?::bpchar and wallet.kind = 'WALLET'
        and sales.owner is null and sales.kind = 'SALES'""";

  private static final String INSERT_PAYMENT =
      """
      insert into payment (id, order_id, user_id, method, status, currency, amount, authorized,
          captured, created_at)
      values (?, ?, ?, 'WALLET', 'CAPTURED', ?, ?, ?, ?, ?)""";

  private final OrderId order;
  private final UserId buyer;
  private final Money total;
  private final Instant now;
  private int walletsChanged;

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
    if (!total.isZero()) {
      addPosting(writes);
    }
    long amount = total.minorUnits();
    writes.change(
        INSERT_PAYMENT,
        UuidV7.next(),
        order.value(),
        buyer.value(),
        currency(),
        amount,
        amount,
        amount,
        now.atOffset(ZoneOffset.UTC));
  }

  private void addPosting(RoundTrip writes) {
    long amount = total.minorUnits();
    UUID transaction = UuidV7.next();
    writes.change(OPEN_SALES, UuidV7.next(), currency(), currency());
    writes.change(rows -> walletsChanged = rows, TAKE, amount, buyer.value(), currency(), amount);
    writes.change(INSERT_TRANSACTION, transaction, order.value(), now.atOffset(ZoneOffset.UTC));
    writes.change(INSERT_POSTING, transaction, amount, buyer.value(), currency());
  }

  /** Whether the wallet held enough; known when the journey is made. */
  boolean isCovered() {
    return total.isZero() || walletsChanged == 1;
  }

  private String currency() {
    return total.currency().getCurrencyCode();
  }
}
