package org.orderly.identity.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Cursor;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.platform.chain.ChainVerifier;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/** Reads the audit log, newest entry first. */
@ApplicationScoped
public class AuditLogQueries {

  private static final String CHAINED =
      "select %s from audit_entry where seq > ? and seq <= ? order by seq"
          .formatted(AuditLogRow.COLUMNS);

  private final DomainDatabase database;

  @Inject
  AuditLogQueries(@Domain("identity") DomainDatabase database) {
    this.database = database;
  }

  /**
   * A page of the entries that pass the filter; needs no transaction.
   *
   * @param cursor where the page begins, from the page before; {@code null} for the first
   * @throws InvalidValue if the cursor is not from such a list
   */
  public Page<AuditEntry> page(AuditFilter filter, Limit limit, @Nullable String cursor) {
    Query query = new Query();
    query.where("seq < ?", position(cursor));
    query.where("actor = ?", filter.actor());
    query.where("action like ?", beginning(filter.action()));
    query.where("subject = ?", filter.subject());
    query.where("at >= ?", moment(filter.from()));
    query.where("at < ?", moment(filter.to()));
    query.where("request_id = ?", filter.requestId());
    List<AuditEntry> found =
        database.list(
            row -> AuditEntry.of(AuditLogRow.of(row)),
            query.sql(limit.withLookahead()),
            query.values.toArray());
    return page(found, limit);
  }

  /** Gives the verifier the entries above one number up to another, in their order. */
  static void read(Connection connection, ChainVerifier verifier, long above, long upTo)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(CHAINED)) {
      query.setLong(1, above);
      query.setLong(2, upTo);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          AuditLogRow entry = AuditLogRow.of(row);
          verifier.verify(entry.seq(), entry.hash(), entry::hashAfter);
        }
      }
    }
  }

  private static Page<AuditEntry> page(List<AuditEntry> found, Limit limit) {
    if (found.size() <= limit.value()) {
      return new Page<>(found, null);
    }
    List<AuditEntry> shown = found.subList(0, limit.value());
    return new Page<>(shown, Cursor.encode(Long.toString(shown.get(shown.size() - 1).seq())));
  }

  private static @Nullable Object moment(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable String beginning(@Nullable String text) {
    return text == null ? null : text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }

  private static long position(@Nullable String cursor) {
    try {
      return cursor == null ? Long.MAX_VALUE : Long.parseLong(Cursor.decode(cursor, 1).get(0));
    } catch (NumberFormatException e) {
      throw new InvalidValue("cursor", "is not one that this list returned");
    }
  }

  /** The conditions of the filter. */
  private static final class Query {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    void where(String condition, @Nullable Object value) {
      if (value != null) {
        conditions.add(condition);
        values.add(value);
      }
    }

    String sql(int rows) {
      return "select %s from audit_entry where %s order by seq desc limit %d"
          .formatted(AuditLogRow.COLUMNS, String.join(" and ", conditions), rows);
    }
  }
}
