package org.orderly.integrity.indoubt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Cursor;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.kernel.UserId;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/** The history of transactions that were in doubt. */
@ApplicationScoped
public class ResolutionHistory {

  private static final String BEFORE =
      "select id, global_id, database, action, prepared_at, resolved_at, instance, asked_by"
          + " from tx_resolution where id < ? order by id desc limit ?";

  private final DomainDatabase database;

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
      @Nullable UserId askedBy) {}

  @Inject
  ResolutionHistory(@Domain(OrderingDatabase.NAME) DomainDatabase database) {
    this.database = database;
  }

  /** Newest first; needs no transaction. */
  public Page<Entry> page(Limit limit, @Nullable String cursor) {
    List<Row> found =
        database.list(
            row -> new Row(row.getLong("id"), entry(row)),
            BEFORE,
            position(cursor),
            limit.withLookahead());
    boolean more = found.size() > limit.value();
    List<Row> shown = more ? found.subList(0, limit.value()) : found;
    String next = more ? Cursor.encode(Long.toString(shown.get(shown.size() - 1).id())) : null;
    return new Page<>(shown.stream().map(Row::entry).toList(), next);
  }

  private record Row(long id, Entry entry) {}

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

  private static long position(@Nullable String cursor) {
    try {
      return cursor == null ? Long.MAX_VALUE : Long.parseLong(Cursor.decode(cursor, 1).get(0));
    } catch (NumberFormatException e) {
      throw new InvalidValue("cursor", "is not one that this list returned");
    }
  }
}
