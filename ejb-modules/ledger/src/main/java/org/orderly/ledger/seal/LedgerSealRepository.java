package org.orderly.ledger.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.orderly.platform.chain.ChainLink;
import org.orderly.platform.persistence.SqlBatch;

/**
 * Reads the ledger transactions that wait for their seal, and writes seals and the chain's head.
 */
final class LedgerSealRepository {

  private static final String HEAD = "select seq, hash from ledger_head";

  /** What the queue names and the ledger does not hold stays there for the verification to find. */
  private static final String UNSEALED =
      """
      select %s
      from (select t.* from ledger_unsealed u join ledger_transaction t on t.id = u.transaction_id
            order by t.id limit ?) t
      %s
      order by t.id, p.id"""
          .formatted(SealedForm.COLUMNS, SealedForm.JOINS);

  private static final String SEAL =
      """
      insert into ledger_seal (seq, transaction_id, previous, hash)
      select seq, transaction, decode(previous, 'hex'), decode(hash, 'hex')
      from unnest(?::bigint[], ?::uuid[], ?::text[], ?::text[])
        as sealed (seq, transaction, previous, hash)""";

  private static final String DEQUEUE =
      "delete from ledger_unsealed where transaction_id = any (?::uuid[])";

  private static final String MOVE_HEAD = "update ledger_head set seq = ?, hash = ?";

  private final Connection connection;

  /**
   * @param connection of a transaction that holds the sealer's lock
   */
  LedgerSealRepository(Connection connection) {
    this.connection = connection;
  }

  /** The oldest transactions without a seal. */
  List<SealedForm> unsealed(int atMost) throws SQLException {
    List<SealedForm> forms = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(UNSEALED)) {
      query.setInt(1, atMost);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          UUID id = row.getObject("id", UUID.class);
          if (forms.isEmpty() || !forms.get(forms.size() - 1).isOf(id)) {
            forms.add(new SealedForm(row));
          }
          forms.get(forms.size() - 1).addPosting(row);
        }
      }
    }
    return forms;
  }

  /**
   * @throws IllegalStateException if the head's row is missing
   */
  ChainLink head() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(HEAD);
        ResultSet row = query.executeQuery()) {
      if (!row.next()) {
        throw new IllegalStateException("the head of the ledger's chain is gone");
      }
      return ChainLink.of(row.getLong(1), row.getBytes(2));
    }
  }

  /**
   * Writes the seals of transactions, which leave the queue, and moves the head to the last one.
   *
   * @param links the head so far and then the link of each transaction
   */
  void seal(List<UUID> transactions, List<ChainLink> links) throws SQLException {
    int count = transactions.size();
    List<String> hashes = links.stream().map(ChainLink::hash).toList();
    List<Long> numbers = links.stream().skip(1).map(ChainLink::seq).toList();
    ChainLink last = links.get(count);
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
  }
}
