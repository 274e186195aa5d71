package org.orderly.ledger.seal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

/**
 * A transaction and its postings in the form that is hashed: every column of every row, each with
 * its length in bytes, so that no two have the same form.
 */
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

  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final UUID transaction;
  private final ByteArrayOutputStream form = new ByteArrayOutputStream();

  /**
   * @param row the first of the transaction's rows; its posting is taken apart
   */
  SealedForm(ResultSet row) throws SQLException {
    this.transaction = row.getObject("id", UUID.class);
    for (String column : TRANSACTION) {
      write(row.getString(column));
    }
    OffsetDateTime at = row.getObject("occurred_at", OffsetDateTime.class);
    write(at == null ? null : MICROS.format(at));
  }

  /** Each of the transaction's rows has one posting; they come in the order of their ids. */
  void addPosting(ResultSet row) throws SQLException {
    for (String column : POSTING) {
      write(row.getString(column));
    }
  }

  /** {@code null} if the transaction is not there. */
  UUID transaction() {
    return transaction;
  }

  /** SHA-256 over the hash before it, its number in the chain and the form. */
  byte[] hashAfter(byte[] previous, long seq) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(previous);
      digest.update((seq + ";").getBytes(StandardCharsets.US_ASCII));
      return digest.digest(form.toByteArray());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private void write(String field) {
    if (field == null) {
      form.write('-');
      return;
    }
    byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
    form.writeBytes((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    form.writeBytes(bytes);
  }
}
