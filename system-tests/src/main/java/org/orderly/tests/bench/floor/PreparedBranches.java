package org.orderly.tests.bench.floor;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Prepares the members of a transaction over several databases, and ends what is prepared. */
final class PreparedBranches {

  private PreparedBranches() {}

  static void commit(String gid, List<Connection> connections) throws SQLException {
    for (Connection connection : connections) {
      connection.setAutoCommit(true);
    }
    end("commit prepared", gid, connections);
  }

  static void end(String how, String gid, List<Connection> connections) throws SQLException {
    for (Connection connection : connections) {
      try (Statement statement = connection.createStatement()) {
        // all databases of a server share the names of what is prepared
        statement.execute(how + " '" + gid + " " + connection.getCatalog() + "'");
      }
    }
  }
}
