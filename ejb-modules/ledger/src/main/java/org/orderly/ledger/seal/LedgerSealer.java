package org.orderly.ledger.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.platform.chain.ChainLink;
import org.orderly.platform.persistence.AdvisoryLock;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/** Seals what was committed since, in batches, one instance at a time. */
@ApplicationScoped
class LedgerSealer {

  static final int BATCH = 500;

  private static final long LOCK = 7305870;

  private final DomainDatabase database;

  @Inject
  LedgerSealer(@Domain(PaymentDatabase.NAME) DomainDatabase database) {
    this.database = database;
  }

  /**
   * Called without a transaction.
   *
   * @return how many transactions were sealed; none if another instance is at it
   */
  int sealBatch() throws SQLException {
    return AdvisoryLock.<Integer, RuntimeException>run(
            database.dataSource(), LOCK, LedgerSealer::seal)
        .orElse(0);
  }

  private static int seal(Connection connection) throws SQLException {
    LedgerSealRepository seals = new LedgerSealRepository(connection);
    List<SealedForm> forms = seals.unsealed(BATCH);
    if (forms.isEmpty()) {
      return 0;
    }
    ChainLink last = seals.head();
    List<UUID> transactions = new ArrayList<>();
    List<ChainLink> links = new ArrayList<>(List.of(last));
    for (SealedForm form : forms) {
      long seq = last.seq() + 1;
      last = ChainLink.of(seq, form.hashAfter(last.hashBytes(), seq));
      transactions.add(form.transaction().orElseThrow());
      links.add(last);
    }
    seals.seal(transactions, links);
    return forms.size();
  }
}
