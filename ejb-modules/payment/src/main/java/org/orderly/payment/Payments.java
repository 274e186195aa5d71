package org.orderly.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.RoundTrip;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.messaging.DatabaseUnavailable;
import org.orderly.messaging.ForDomain;
import org.orderly.messaging.Outbox;
import org.orderly.payment.ledger.Balances;
import org.orderly.payment.ledger.InsufficientFunds;
import org.orderly.payment.ledger.PaymentDatabase;

/** Charges buyers for orders, inside the checkout's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Payments {

  private final PaymentDatabase database;
  private final Balances balances;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  Payments(
      PaymentDatabase database,
      Balances balances,
      @ForDomain(PaymentDatabase.NAME) Outbox outbox,
      Clock clock) {
    this.database = database;
    this.balances = balances;
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
    RoundTrip writes = new RoundTrip();
    WalletCharge charge = new WalletCharge(orderId, buyer, total, now);
    switch (method) {
      case WALLET -> charge.add(writes);
    }
    outbox.append(writes, new PaymentCaptured(UuidV7.next(), now, orderId, buyer, total));
    try (Connection connection = database.dataSource().getConnection()) {
      writes.run(connection);
    } catch (SQLException e) {
      throw new DatabaseUnavailable(PaymentDatabase.NAME, e);
    }
    if (!charge.isCovered()) {
      throw new InsufficientFunds(balances.wallet(buyer, total.currency()), total);
    }
  }
}
