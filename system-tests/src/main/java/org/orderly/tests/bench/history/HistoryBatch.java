package org.orderly.tests.bench.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;

/**
 * Orders to be copied, and what becomes of each.
 *
 * @param templates the order that each is a copy of
 * @param slots their ids and times
 * @param numbers their numbers
 */
record HistoryBatch(List<UUID> templates, List<HistoryIds.Slot> slots, List<String> numbers) {

  /** Writes them into one database, in one transaction. */
  void write(Connection connection, List<String> statements) throws SQLException {
    connection.setAutoCommit(false);
    try {
      try (PreparedStatement copies = connection.prepareStatement(HistorySql.COPIES)) {
        copies.setArray(1, connection.createArrayOf("uuid", templates.toArray()));
        copies.setArray(
            2, connection.createArrayOf("uuid", slots.stream().map(HistoryIds.Slot::id).toArray()));
        copies.setArray(
            3,
            connection.createArrayOf(
                "timestamptz", slots.stream().map(slot -> Timestamp.from(slot.at())).toArray()));
        copies.setArray(4, connection.createArrayOf("text", numbers.toArray()));
        copies.executeUpdate();
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute("analyze copy");
      }
      for (String sql : statements) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
          statement.executeUpdate();
        }
      }
      connection.commit();
    } finally {
      connection.setAutoCommit(true);
    }
  }
}
