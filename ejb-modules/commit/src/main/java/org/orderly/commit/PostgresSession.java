package org.orderly.commit;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** A session of PostgreSQL's driver; asking whether it is alive costs no round trip. */
final class PostgresSession implements BranchSession {

  private static final String MARKER =
      "insert into tx_decision (global_id, outcome) values (?, 'C')";

  private final BaseConnection connection;

  PostgresSession(BaseConnection connection) {
    this.connection = connection;
  }

  @Override
  public boolean isTransactionAlive() {
    return connection.getTransactionState() == TransactionState.OPEN;
  }

  @Override
  public void writeMarker(String globalId) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(MARKER)) {
      insert.setString(1, globalId);
      insert.executeUpdate();
    }
  }
}
