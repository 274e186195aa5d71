package org.orderly.ledger.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.platform.chain.ChainLink;
import org.orderly.platform.persistence.AdvisoryLock;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/** Seals what was committed since, in batches, one instance at a time. */
@ApplicationScoped
class LedgerSealer {

  static final int BATCH = 500;
  private static final long LOCK = 7305870;

  private static final String HEAD = "select seq, hash from ledger_head";

  /** What the queue names and the ledger does not hold stays there for the verification to find. */
  private static final String NEXT =
      """
      select %s
      from (select t.* from ledger_unsealed u join ledger_transaction t on t.id = u.transaction_id
            order by t.id limit %d) t
      %s
      order by t.id, p.id"""
          .formatted(SealedForm.COLUMNS, BATCH, SealedForm.JOINS);

  private static final String SEAL =
      """
      insert into ledger_seal (seq, transaction_id, previous, hash)
      select seq, transaction, decode(previous, 'hex'), decode(hash, 'hex')
      from unnest(?::bigint[], ?::uuid[], ?::text[], ?::text[])
        as sealed (seq, transaction, previous, hash)""";

  private static final String DEQUEUE =
      "delete from ledger_unsealed where transaction_id = any (?::uuid[])";

  private static final String MOVE_HEAD = "update ledger_head set seq = ?, hash = ?";

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
    return sealBatch(database.dataSource());
  }

  static int sealBatch(DataSource database) throws SQLException {
    return AdvisoryLock.<Integer, RuntimeException>run(database, LOCK, LedgerSealer::seal)
        .orElse(0);
  }

  private static int seal(Connection connection) throws SQLException {
    List<SealedForm> forms = unsealed(connection);
    if (forms.isEmpty()) {
      return 0;
    }
    ChainLink head = head(connection);
    List<Long> numbers = new ArrayList<>();
    List<UUID> transactions = new ArrayList<>();
    List<String> hashes = new ArrayList<>(List.of(head.hash()));
    ChainLink last = head;
    for (SealedForm form : forms) {
      long seq = last.seq() + 1;
      last = ChainLink.of(seq, form.hashAfter(last.hashBytes(), seq));
      numbers.add(seq);
      transactions.add(form.transaction());
      hashes.add(last.hash());
    }
    int count = forms.size();
    new SqlBatch()
        .change(
            SEAL,
            SqlBatch.column("bigint", numbers),
            SqlBatch.column("uuid", transactions),
            SqlBatch.column("text", hashes.subList(0, count)),
            SqlBatch.column("text", hashes.subList(1, count + 1)))
        .change(DEQUEUE, SqlBatch.column("uuid", transactions))
        .change(MOVE_HEAD, last.seq(), last.hashBytes())
        .run(connection);
    return count;
  }

  private static List<SealedForm> unsealed(Connection connection) throws SQLException {
    List<SealedForm> forms = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(NEXT);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        UUID id = row.getObject("id", UUID.class);
        if (forms.isEmpty() || !forms.get(forms.size() - 1).transaction().equals(id)) {
          forms.add(new SealedForm(row));
        }
        forms.get(forms.size() - 1).addPosting(row);
      }
    }
    return forms;
  }

  private static ChainLink head(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(HEAD);
        ResultSet row = query.executeQuery()) {
      if (!row.next()) {
        throw new IllegalStateException("the head of the ledger's chain is gone");
      }
      return ChainLink.of(row.getLong(1), row.getBytes(2));
    }
  }
}
