package org.orderly.payment.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.orderly.kernel.RoundTrip;

/** Writes moves of money, for those who make no journey of their own. */
@ApplicationScoped
public class Ledger {

  private final PaymentDatabase database;
  private final Balances balances;
  private final Clock clock;

  @Inject
  protected Ledger(PaymentDatabase database, Balances balances, Clock clock) {
    this.database = database;
    this.balances = balances;
    this.clock = clock;
  }

  /**
   * Moves money in the caller's transaction, all in one journey.
   *
   * @throws InsufficientFunds if an account that it is taken from holds less; the caller's
   *     transaction rolls back
   */
  public void post(Move... moves) {
    RoundTrip writes = new RoundTrip();
    for (Move move : moves) {
      move.add(writes, clock.instant());
    }
    database.run(writes);
    requireCovered(moves);
  }

  /**
   * Called after the journey that the moves were on.
   *
   * @throws InsufficientFunds as {@link #post} does
   */
  public void requireCovered(Move... moves) {
    for (Move move : List.of(moves)) {
      if (!move.isCovered()) {
        throw new InsufficientFunds(
            balances.of(move.source(), move.amount().currency()), move.amount());
      }
    }
  }
}
