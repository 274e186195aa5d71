package org.orderly.ordering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.orderly.inventory.StockChecks;
import org.orderly.kernel.InvariantCheck;
import org.orderly.payment.LedgerChecks;

/** Proves the books while the shop runs. */
@ApplicationScoped
public class Invariants {

  private final StockChecks stock;
  private final LedgerChecks ledger;
  private final OrderChecks orders;
  private final CrossCheck cross;

  @Inject
  Invariants(StockChecks stock, LedgerChecks ledger, OrderChecks orders, CrossCheck cross) {
    this.stock = stock;
    this.ledger = ledger;
    this.orders = orders;
    this.cross = cross;
  }

  /**
   * Runs I1 to I8; reads only, stops nobody.
   *
   * @throws BooksUnreadable if a database does not answer, in which case nothing is proven
   */
  public List<InvariantCheck> check() {
    try {
      List<InvariantCheck> results = new ArrayList<>();
      results.addAll(stock.run());
      results.addAll(ledger.run());
      results.addAll(orders.keysAndEvents());
      CrossCheck.Differences differences = cross.run();
      results.add(CrossCheck.reservationCheck(differences));
      results.add(CrossCheck.totalCheck(orders.totals(), differences));
      results.sort(Comparator.comparing(InvariantCheck::id));
      return results;
    } catch (SQLException e) {
      throw new BooksUnreadable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BooksUnreadable(e);
    }
  }
}
