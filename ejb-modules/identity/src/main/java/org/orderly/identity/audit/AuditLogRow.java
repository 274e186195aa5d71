package org.orderly.identity.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** An entry as the database holds it. */
record AuditLogRow(
    long seq,
    Instant at,
    String actor,
    String action,
    String subject,
    String before,
    String after,
    String address,
    String requestId,
    byte[] hash) {

  static final String COLUMNS =
      "seq, at, actor, action, subject, before, after, address, request_id, hash";

  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

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
   * field with its length in bytes. The database computes the same when it takes an entry in.
   */
  byte[] hashAfter(byte[] previous) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.writeBytes(previous);
    write(form, Long.toString(seq));
    write(form, MICROS.format(at));
    write(form, actor);
    write(form, action);
    write(form, subject);
    write(form, before);
    write(form, after);
    write(form, address);
    write(form, requestId);
    try {
      return MessageDigest.getInstance("SHA-256").digest(form.toByteArray());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void write(ByteArrayOutputStream form, String field) {
    if (field == null) {
      form.write('-');
      return;
    }
    byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
    form.writeBytes((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    form.writeBytes(bytes);
  }
}
