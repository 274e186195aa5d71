package org.orderly.integrity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.orderly.inventory.integrity.StockCheckQueries;
import org.orderly.ledger.LedgerCheckQueries;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.payment.audit.PaymentCheckQueries;
import org.orderly.platform.integrity.IntegrityCheck;
import org.orderly.platform.integrity.TableCheck;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/** All integrity checks; together they cover every invariant. */
@ApplicationScoped
class AllChecks {

  private final List<IntegrityCheck> all;

  @Inject
  AllChecks(
      @Domain(OrderingDatabase.NAME) DomainDatabase database,
      StockCheckQueries stock,
      LedgerCheckQueries ledger,
      PaymentCheckQueries payments,
      OrderCheck orders,
      InDoubtCheck inDoubt,
      ScanSettings settings) {
    this.all =
        List.of(
            inDoubt,
            ledger.transfers(settings.unresolved()),
            payments.intents(settings.unresolved()),
            payments.tasks(settings.unresolved()),
            payments.events(),
            stock.products(),
            stock.transfers(),
            ledger.wallets(),
            ledger.postings(),
            orders,
            new TableCheck(
                "buyers",
                database.dataSource(),
                OrderCheckQueries.CALLERS,
                List.of(OrderCheckQueries.KEYS)),
            new TableCheck(
                "events",
                database.dataSource(),
                OrderCheckQueries.EVENTS,
                List.of(OrderCheckQueries.UNSENT)));
  }

  List<IntegrityCheck> all() {
    return all;
  }
}
