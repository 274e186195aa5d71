package org.orderly.identity.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.orderly.platform.chain.ChainForm;

/** An entry as the database holds it. */
record AuditLogRow(
    long seq,
    Instant at,
    String actor,
    String action,
    String subject,
    @Nullable String before,
    @Nullable String after,
    String address,
    String requestId,
    byte[] hash) {

  static final String COLUMNS =
      "seq, at, actor, action, subject, before, after, address, request_id, hash";

  static AuditLogRow of(ResultSet row) throws SQLException {
    return new AuditLogRow(
        row.getLong("seq"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("action"),
        row.getString("subject"),
        row.getString("before"),
        row.getString("after"),
        row.getString("address"),
        row.getString("request_id"),
        row.getBytes("hash"));
  }

  /**
   * The hash that it must have after the entry before it: SHA-256 over that one's hash and every
   * field. The database computes the same when it appends an entry.
   */
  byte[] hashAfter(byte[] previous) {
    return new ChainForm()
        .field(Long.toString(seq))
        .field(at)
        .field(actor)
        .field(action)
        .field(subject)
        .field(before)
        .field(after)
        .field(address)
        .field(requestId)
        .hashAfter(previous);
  }
}
