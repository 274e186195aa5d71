package org.orderly.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/** Writes moves of money, for those who have no batch of their own. */
@ApplicationScoped
public class Ledger {

  private final DomainDatabase database;
  private final BalanceQueries balanceQueries;
  private final Clock clock;

  @Inject
  protected Ledger(
      @Domain(PaymentDatabase.NAME) DomainDatabase database,
      BalanceQueries balanceQueries,
      Clock clock) {
    this.database = database;
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
    for (Posting posting : moves) {
      posting.add(writes, clock.instant());
    }
    database.run(writes);
    requireCovered(moves);
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
