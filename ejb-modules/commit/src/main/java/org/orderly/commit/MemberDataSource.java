package org.orderly.commit;

import java.sql.SQLException;
import javax.sql.XAConnection;
import org.postgresql.core.BaseConnection;
import org.postgresql.xa.PGXADataSource;

/** A database that takes part in transactions decided elsewhere, or has transactions of its own. */
public class MemberDataSource extends PGXADataSource {

  private static final long serialVersionUID = 1L;

  @Override
  public XAConnection getXAConnection(String user, String password) throws SQLException {
    return FencedConnection.of(
        (BaseConnection) getConnection(user, password), TransactionRole.MEMBER);
  }
}
