package org.orderly.commit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A branch that is prepared in a member's database, and so holds its locks until it is ended.
 *
 * @param gid its name there
 * @param age how long it has been prepared, by that database's clock
 */
record PreparedBranch(String globalId, String gid, Instant preparedAt, Duration age) {

  private static final String ALL =
      "select gid, prepared, extract(epoch from clock_timestamp() - prepared) as age"
          + " from pg_prepared_xacts where database = current_database() and owner = current_user"
          + " order by prepared";

  static List<PreparedBranch> in(Connection member) throws SQLException {
    List<PreparedBranch> branches = new ArrayList<>();
    try (PreparedStatement query = member.prepareStatement(ALL);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        String gid = row.getString("gid");
        Optional<String> globalId = GlobalId.inPrepared(gid);
        if (globalId.isPresent()) {
          Instant preparedAt = row.getObject("prepared", OffsetDateTime.class).toInstant();
          long millis = row.getBigDecimal("age").movePointRight(3).longValue();
          branches.add(
              new PreparedBranch(globalId.get(), gid, preparedAt, Duration.ofMillis(millis)));
        }
      }
    }
    return branches;
  }

  Resolution resolution(RecoverableDatabase member, Resolution.Action action) {
    return new Resolution(globalId, member.name(), action, preparedAt);
  }
}
