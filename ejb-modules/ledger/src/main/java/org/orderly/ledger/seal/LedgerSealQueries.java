package org.orderly.ledger.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.orderly.platform.chain.ChainVerifier;

/** Reads the seals and what they seal, for the verification. */
final class LedgerSealQueries {

  private static final String SEALS =
      """
      select c.seq, c.previous, c.hash as seal, %s
      from ledger_seal c left join ledger_transaction t on t.id = c.transaction_id
      %s
      where c.seq > ? and c.seq <= ?
      order by c.seq, p.id"""
          .formatted(SealedForm.COLUMNS, SealedForm.JOINS);

  /** One statement and so one snapshot, whatever is sealed meanwhile. */
  private static final String STRAYS =
      """
      with stray as (
        select t.id from ledger_transaction t
        where not exists (select from ledger_seal where transaction_id = t.id)
          and not exists (select from ledger_unsealed where transaction_id = t.id)
        union all
        select u.transaction_id from ledger_unsealed u
        where not exists (select from ledger_transaction where id = u.transaction_id)
           or exists (select from ledger_seal where transaction_id = u.transaction_id))
      select (select count(*) from ledger_unsealed), count(*), min(id::text) from stray""";

  /**
   * Transactions without a seal.
   *
   * @param unsealed how many wait for their seal
   * @param strays how many neither wait nor are sealed, or wait or are sealed and are gone
   * @param firstStray the id of one of them; {@code null} if there are none
   */
  record Strays(long unsealed, long strays, @Nullable String firstStray) {}

  private LedgerSealQueries() {}

  /** Gives the verifier the links above one number up to another, in their order. */
  static void read(Connection connection, ChainVerifier chain, long above, long upTo)
      throws SQLException {
    SealVerifier seals = new SealVerifier(chain);
    try (PreparedStatement query = connection.prepareStatement(SEALS)) {
      query.setLong(1, above);
      query.setLong(2, upTo);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          seals.take(row);
        }
      }
    }
    seals.close();
  }

  static Strays strays(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(STRAYS);
        ResultSet row = query.executeQuery()) {
      row.next();
      return new Strays(row.getLong(1), row.getLong(2), row.getString(3));
    }
  }
}
