package org.orderly.integrity.indoubt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.Cursor;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.kernel.UserId;
import org.orderly.ordering.DecisionUnavailable;
import org.orderly.ordering.OrderingDatabase;

/** The history of transactions that were in doubt. */
@ApplicationScoped
public class ResolutionHistory {

  private static final String BEFORE =
      "select id, global_id, database, action, prepared_at, resolved_at, instance, asked_by"
          + " from tx_resolution where id < ? order by id desc limit ?";

  private final OrderingDatabase database;

  /**
   * One branch and its end.
   *
   * @param action {@code COMMITTED} or {@code ROLLED_BACK}
   * @param askedBy the admin who wanted it now; {@code null} if the instance did it by itself
   */
  public record Entry(
      String globalId,
      String database,
      String action,
      Instant preparedAt,
      Instant resolvedAt,
      String instance,
      UserId askedBy) {}

  @Inject
  ResolutionHistory(OrderingDatabase database) {
    this.database = database;
  }

  /** Newest first; needs no transaction. */
  public Page<Entry> page(Limit limit, String cursor) {
    List<Entry> entries = new ArrayList<>();
    String next = null;
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement query = connection.prepareStatement(BEFORE)) {
      query.setLong(1, position(cursor));
      query.setInt(2, limit.withLookahead());
      try (ResultSet row = query.executeQuery()) {
        String last = null;
        while (row.next()) {
          if (entries.size() == limit.value()) {
            next = last;
            break;
          }
          entries.add(entry(row));
          last = Cursor.encode(row.getString("id"));
        }
      }
      return new Page<>(entries, next);
    } catch (SQLException e) {
      throw new DecisionUnavailable(e);
    }
  }

  private static Entry entry(ResultSet row) throws SQLException {
    UUID askedBy = row.getObject("asked_by", UUID.class);
    return new Entry(
        row.getString("global_id"),
        row.getString("database"),
        row.getString("action"),
        row.getObject("prepared_at", OffsetDateTime.class).toInstant(),
        row.getObject("resolved_at", OffsetDateTime.class).toInstant(),
        row.getString("instance"),
        askedBy == null ? null : new UserId(askedBy));
  }

  private static long position(String cursor) {
    try {
      return cursor == null ? Long.MAX_VALUE : Long.parseLong(Cursor.decode(cursor, 1).get(0));
    } catch (NumberFormatException e) {
      throw new InvalidValue("cursor", "is not one that this list returned");
    }
  }
}
