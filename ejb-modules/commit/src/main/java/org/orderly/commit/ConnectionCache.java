package org.orderly.commit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looking is frequent and connecting costs a password's hashing, so connections are kept. */
final class ConnectionCache implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(ConnectionCache.class.getName());

  private final Map<RecoverableDatabase, Connection> open = new HashMap<>();

  Connection to(RecoverableDatabase recoverableDatabase) throws SQLException {
    Connection kept = open.get(recoverableDatabase);
    if (kept == null) {
      kept = recoverableDatabase.connect();
      open.put(recoverableDatabase, kept);
    }
    return kept;
  }

  /** The next time it is connected to anew. */
  void drop(RecoverableDatabase recoverableDatabase) {
    try (Connection broken = open.remove(recoverableDatabase)) {
      LOG.fine(() -> recoverableDatabase + " is connected to anew the next time");
    } catch (SQLException e) {
      LOG.log(Level.FINE, e, () -> recoverableDatabase + " was gone already");
    }
  }

  @Override
  public void close() {
    List.copyOf(open.keySet()).forEach(this::drop);
  }
}
