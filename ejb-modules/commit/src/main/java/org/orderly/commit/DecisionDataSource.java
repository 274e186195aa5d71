package org.orderly.commit;

import java.sql.SQLException;
import javax.sql.XAConnection;
import org.postgresql.core.BaseConnection;
import org.postgresql.xa.PGXADataSource;

/**
 * The database in which transactions over several databases are decided. It has the table {@code
 * tx_decision}; every such transaction must enlist it.
 */
public class DecisionDataSource extends PGXADataSource {

  private static final long serialVersionUID = 1L;

  @Override
  public XAConnection getXAConnection(String user, String password) throws SQLException {
    return FencedConnection.of(
        (BaseConnection) getConnection(user, password), TransactionRole.DECISION);
  }
}
