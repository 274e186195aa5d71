package org.orderly.ledger.statement;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Cursor;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.RowMapper;

/** Builds a query on the ledger from the filters that are given, and runs it once. */
final class LedgerSearch {

  private static final int PATIENCE_SECONDS = 20;

  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  /** Adds parameters that stand before the conditions. */
  LedgerSearch with(Object... earlier) {
    values.addAll(List.of(earlier));
    return this;
  }

  LedgerSearch where(String condition, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.add(value);
    }
    return this;
  }

  /** Filters transactions {@code t}; the caller adds the condition for the currency. */
  LedgerSearch where(LedgerFilter filter) {
    where("t.kind = ?", filter.kind() == null ? null : filter.kind().name());
    where("t.reference = ?", filter.reference());
    where("t.payment_id = ?", filter.paymentId());
    where("t.occurred_at >= ?", moment(filter.from()));
    return where("t.occurred_at < ?", moment(filter.to()));
  }

  /** The conditions, or what is always true. */
  String conditions() {
    return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
  }

  /** Runs the query; the statement has a parameter for each value, in their order. */
  <T> List<T> list(DomainDatabase database, String sql, RowMapper<T> mapper) {
    return database.withConnection(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setQueryTimeout(PATIENCE_SECONDS);
            for (int i = 0; i < values.size(); i++) {
              query.setObject(i + 1, values.get(i));
            }
            List<T> found = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
              while (row.next()) {
                found.add(mapper.map(row));
              }
            }
            return found;
          }
        });
  }

  /** The page that so many rows with one to look ahead make. */
  static <T> Page<T> page(List<T> found, Limit limit, Function<T, String> key) {
    if (found.size() <= limit.value()) {
      return new Page<>(found, null);
    }
    List<T> shown = found.subList(0, limit.value());
    return new Page<>(shown, Cursor.encode(key.apply(shown.get(shown.size() - 1))));
  }

  /** A number in a cursor; the end of all numbers without one. */
  static long position(@Nullable String cursor) {
    try {
      return cursor == null ? Long.MAX_VALUE : Long.parseLong(Cursor.decode(cursor, 1).get(0));
    } catch (NumberFormatException e) {
      throw new InvalidValue("cursor", "is not one that this list returned");
    }
  }

  static @Nullable String code(@Nullable Currency currency) {
    return currency == null ? null : currency.getCurrencyCode();
  }

  private static @Nullable Object moment(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
