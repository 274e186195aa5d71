package org.orderly.ordering;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.orderly.inventory.integrity.StockCheckQueries;
import org.orderly.ledger.LedgerCheckQueries;
import org.orderly.payment.audit.PaymentCheckQueries;
import org.orderly.platform.integrity.Finding;
import org.orderly.platform.integrity.IntegrityCheck;
import org.orderly.testing.Application;

/** The integrity checks of stock, ledger and payments, as database tests of ordering run them. */
public final class LeafChecks {

  private static final int ALL = 10_000;

  private LeafChecks() {}

  /** What the checks find; empty if all pass. */
  public static List<Finding> findings(Application app) {
    List<Finding> found = new ArrayList<>();
    try {
      for (IntegrityCheck check : checks(app)) {
        found.addAll(check.after(null, ALL).findings());
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return found;
  }

  private static List<IntegrityCheck> checks(Application app) {
    Duration unresolved = Duration.ofMinutes(10);
    LedgerCheckQueries ledger = app.bean(LedgerCheckQueries.class);
    PaymentCheckQueries payments = app.bean(PaymentCheckQueries.class);
    return List.of(
        app.bean(StockCheckQueries.class).products(),
        ledger.wallets(),
        ledger.postings(),
        ledger.transfers(unresolved),
        payments.events(),
        payments.intents(unresolved),
        payments.tasks(unresolved));
  }
}
