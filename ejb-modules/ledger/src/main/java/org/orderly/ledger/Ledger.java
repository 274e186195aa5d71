package org.orderly.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.orderly.platform.persistence.BatchResult;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/** Writes postings: in a batch of its own or in the caller's. */
@ApplicationScoped
public class Ledger {

  private final DomainDatabase database;
  private final LedgerRepository ledgerRepository;
  private final BalanceQueries balanceQueries;
  private final Clock clock;

  @Inject
  protected Ledger(
      @Domain(PaymentDatabase.NAME) DomainDatabase database,
      LedgerRepository ledgerRepository,
      BalanceQueries balanceQueries,
      Clock clock) {
    this.database = database;
    this.ledgerRepository = ledgerRepository;
    this.balanceQueries = balanceQueries;
    this.clock = clock;
  }

  /**
   * Moves money in the caller's transaction, all in one batch.
   *
   * @throws InsufficientFunds if an account that it is taken from holds less; the caller's
   *     transaction rolls back
   */
  public void post(Posting... moves) {
    SqlBatch writes = new SqlBatch();
    add(writes, List.of(moves), clock.instant());
    database.run(writes);
    requireCovered(moves);
  }

  /**
   * Adds postings to the caller's batch: some four statements, however many postings there are.
   * Once the batch has run, the caller must call {@link #requireCovered}.
   */
  public void add(SqlBatch writes, List<Posting> postings, Instant now) {
    ledgerRepository.add(writes, postings, now);
  }

  /**
   * Locks wallets until the caller's transaction ends; their balances are known once the batch has
   * run.
   */
  public Supplier<LockedWallets> lockWallets(SqlBatch batch, List<CustomerAccount> wallets) {
    if (wallets.isEmpty()) {
      return () -> new LockedWallets(Map.of());
    }
    BatchResult<LockedWallets> locked = ledgerRepository.lockWallets(batch, wallets);
    return locked::get;
  }

  /** Whether the transaction of this kind for this reference has been written. */
  public boolean has(TransactionKind kind, UUID reference) {
    return ledgerRepository.has(kind, reference);
  }

  /**
   * Locks a transaction until the caller's ends, and tells whether it was reversed as far as this
   * statement sees.
   */
  public boolean lockReversed(UUID transaction) {
    return ledgerRepository.lockReversed(transaction);
  }

  /**
   * Called after the batch that the postings were in.
   *
   * @throws InsufficientFunds as {@link #post} does
   */
  public void requireCovered(Posting... moves) {
    for (Posting posting : List.of(moves)) {
      if (!posting.isCovered()) {
        throw new InsufficientFunds(
            balanceQueries.of(posting.source(), posting.amount().currency()), posting.amount());
      }
    }
  }
}
