package org.orderly.ordering.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.orderly.inventory.StockChecks;
import org.orderly.kernel.TableTrack;
import org.orderly.kernel.Track;
import org.orderly.payment.audit.PaymentChecks;
import org.orderly.payment.ledger.LedgerChecks;

/** All ways through the books; together they check every invariant. */
@ApplicationScoped
class Tracks {

  private final List<Track> all;

  @Inject
  Tracks(
      BooksDatabase database,
      StockChecks stock,
      LedgerChecks ledger,
      PaymentChecks payments,
      OrderTrack orders,
      InDoubtTrack inDoubt,
      AuditSettings settings) {
    this.all =
        List.of(
            inDoubt,
            ledger.transfers(settings.unresolved()),
            payments.intents(settings.unresolved()),
            payments.tasks(settings.unresolved()),
            payments.events(),
            stock.products(),
            ledger.wallets(),
            ledger.postings(),
            orders,
            new TableTrack(
                "buyers", database.dataSource(), OrderChecks.CALLERS, List.of(OrderChecks.KEYS)),
            new TableTrack(
                "events", database.dataSource(), OrderChecks.EVENTS, List.of(OrderChecks.UNSENT)));
  }

  List<Track> all() {
    return all;
  }
}
