package org.orderly.commit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looking is frequent and connecting costs a password's hashing, so connections are kept. */
final class Connections implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Connections.class.getName());

  private final Map<Database, Connection> open = new HashMap<>();

  Connection to(Database database) throws SQLException {
    Connection kept = open.get(database);
    if (kept == null) {
      kept = database.connect();
      open.put(database, kept);
    }
    return kept;
  }

  /** The next time it is connected to anew. */
  void drop(Database database) {
    try (Connection broken = open.remove(database)) {
      LOG.fine(() -> database + " is connected to anew the next time");
    } catch (SQLException e) {
      LOG.log(Level.FINE, e, () -> database + " was gone already");
    }
  }

  @Override
  public void close() {
    List.copyOf(open.keySet()).forEach(this::drop);
  }
}
