package org.orderly.inventory.history;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.platform.persistence.SqlBatch;

/** The conditions of a page of movements, the same for movements and unrecorded reservations. */
final class MovementConditions {

  private final StringBuilder sql = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  MovementConditions(MovementFilter filter, @Nullable MovementPosition after) {
    if (!filter.kinds().isEmpty()) {
      add(
          "kind = any (?)",
          SqlBatch.column("text", filter.kinds().stream().map(Enum::name).toList()));
    }
    if (filter.location() != null) {
      add("code = ?", filter.location());
    }
    if (filter.from() != null) {
      add("occurred_at >= ?", moment(filter.from()));
    }
    if (filter.to() != null) {
      add("occurred_at < ?", moment(filter.to()));
    }
    if (after != null) {
      // the first condition alone is what the index answers
      add("occurred_at <= ?", moment(after.at()));
      add(
          "(occurred_at, ref, location_id, id) < (?, ?, ?, ?)",
          moment(after.at()),
          after.reference(),
          after.location(),
          after.id());
    }
  }

  private void add(String condition, Object... arguments) {
    sql.append(" and ").append(condition);
    values.addAll(List.of(arguments));
  }

  String sql() {
    return sql.toString();
  }

  /** For both halves of the page. */
  Object[] values(UUID product) {
    List<Object> all = new ArrayList<>();
    for (int half = 0; half < 2; half++) {
      all.add(product);
      all.addAll(values);
    }
    return all.toArray();
  }

  private static Object moment(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
