package org.orderly.ledger.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.platform.chain.ChainForm;

/** Form of a ledger transaction and its postings that is hashed: every column of every row. */
final class SealedForm {

  /** Columns of a transaction {@code t}, a posting {@code p} and its two accounts. */
  static final String COLUMNS =
      """
      t.id, t.kind, t.reference, t.payment_id, t.actor, t.reason, t.occurred_at,
      p.id as posting, p.amount, p.currency,
      s.id as source, s.kind as source_kind, s.owner as source_owner, s.currency as source_currency,
      d.id as destination, d.kind as destination_kind, d.owner as destination_owner,
      d.currency as destination_currency""";

  /** How these are joined to a transaction {@code t}. */
  static final String JOINS =
      """
      left join posting p on p.transaction_id = t.id
      left join account s on s.id = p.source
      left join account d on d.id = p.destination""";

  private static final List<String> TRANSACTION =
      List.of("id", "kind", "reference", "payment_id", "actor", "reason");

  private static final List<String> POSTING =
      List.of(
          "posting",
          "amount",
          "currency",
          "source",
          "source_kind",
          "source_owner",
          "source_currency",
          "destination",
          "destination_kind",
          "destination_owner",
          "destination_currency");

  private final @Nullable UUID transaction;
  private final ChainForm form = new ChainForm();

  /**
   * @param row the first of the transaction's rows; its posting is taken apart
   */
  SealedForm(ResultSet row) throws SQLException {
    this.transaction = row.getObject("id", UUID.class);
    for (String column : TRANSACTION) {
      form.field(row.getString(column));
    }
    OffsetDateTime at = row.getObject("occurred_at", OffsetDateTime.class);
    form.field(at == null ? null : at.toInstant());
  }

  /** Each of the transaction's rows has one posting; they come in the order of their ids. */
  void addPosting(ResultSet row) throws SQLException {
    for (String column : POSTING) {
      form.field(row.getString(column));
    }
  }

  /** The transaction's id; empty if it is not there. */
  Optional<UUID> transaction() {
    return Optional.ofNullable(transaction);
  }

  boolean isOf(UUID id) {
    return id.equals(transaction);
  }

  /** SHA-256 over the hash before it, its number in the chain and the form. */
  byte[] hashAfter(byte[] previous, long seq) {
    return form.hashAfter(previous, seq + ";");
  }
}
