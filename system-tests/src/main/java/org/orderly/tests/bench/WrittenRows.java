package org.orderly.tests.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.orderly.tests.bench.shop.BenchFailed;
import org.orderly.tests.bench.shop.BenchShop;

/** How many rows an order would leave in each table: a refused one may leave none. */
record WrittenRows(BenchShop shop) {

  private static final Map<String, List<String>> TABLES =
      Map.of(
          "ordering",
          List.of(
              "orders",
              "order_line",
              "order_transition",
              "idempotency_key",
              "outbox",
              "sales_order"),
          "payment",
          List.of("payment", "payment_transition", "ledger_transaction", "posting", "outbox"),
          "inventory",
          List.of("reservation_set", "reservation", "stock_movement", "outbox"),
          "notification",
          List.of("inbox_message", "mail_delivery"));

  Map<String, Long> counts() throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    for (Map.Entry<String, List<String>> database : TABLES.entrySet()) {
      try (Connection connection = shop.connect(database.getKey());
          Statement query = connection.createStatement()) {
        for (String table : database.getValue()) {
          try (ResultSet row = query.executeQuery("select count(*) from " + table)) {
            row.next();
            counts.put(database.getKey() + "." + table, row.getLong(1));
          }
        }
      }
    }
    return counts;
  }

  void requireUnchangedSince(Map<String, Long> earlier) throws SQLException {
    Map<String, Long> now = counts();
    if (!now.equals(earlier)) {
      throw new BenchFailed("refused orders have written rows: before " + earlier + ", now " + now);
    }
  }
}
