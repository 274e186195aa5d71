package org.orderly.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.orderly.kernel.Money;

/**
 * The double-entry book, for transfers; {@link WalletCharge} writes the same rows in one journey.
 */
@ApplicationScoped
class Ledger {

  @PersistenceContext(unitName = PaymentDatabase.NAME)
  private EntityManager entities;

  /**
   * Moves money in the caller's transaction. A wallet among the accounts must be locked.
   *
   * @throws InsufficientFunds if the source is a wallet that holds less
   * @throws IllegalArgumentException if the amount is not positive
   */
  void post(LedgerTransaction transaction, Account source, Account destination, Money amount) {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("a posting moves a positive amount, not " + amount);
    }
    source.give(amount);
    destination.take(amount);
    entities.persist(transaction);
    entities.persist(new Posting(transaction, source, destination, amount));
  }
}
