package org.orderly.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.messaging.ForDomain;
import org.orderly.messaging.Outbox;

/** Charges buyers for orders, inside the checkout's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Payments {

  private final PaymentRepository payments;
  private final Accounts accounts;
  private final Ledger ledger;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  Payments(
      PaymentRepository payments,
      Accounts accounts,
      Ledger ledger,
      @ForDomain(PaymentDatabase.NAME) Outbox outbox,
      Clock clock) {
    this.payments = payments;
    this.accounts = accounts;
    this.ledger = ledger;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Takes the total of an order from the buyer's wallet of that currency.
   *
   * <p>A second charge for the same order fails on a unique key and rolls everything back.
   *
   * @throws InsufficientFunds if the wallet holds less, or there is none in the currency
   */
  public void charge(OrderId orderId, UserId buyer, Money total, PaymentMethod method) {
    Instant now = clock.instant();
    switch (method) {
      case WALLET -> payFromWallet(orderId, buyer, total, now);
    }
    payments.add(Payment.byWallet(orderId, buyer, total, now));
    outbox.append(new PaymentCaptured(UuidV7.next(), now, orderId, buyer, total));
  }

  private void payFromWallet(OrderId orderId, UserId buyer, Money total, Instant now) {
    if (total.isZero()) {
      return;
    }
    Account wallet =
        accounts
            .lockWallet(buyer, total.currency())
            .orElseThrow(() -> new InsufficientFunds(Money.zero(total.currency()), total));
    ledger.post(
        new LedgerTransaction(LedgerTransaction.Kind.CHARGE, orderId.value(), now),
        wallet,
        accounts.ofShop(Account.Kind.SALES, total.currency()),
        total);
  }
}
