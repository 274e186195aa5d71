package org.orderly.commit;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.ConnectionEventListener;
import javax.sql.StatementEventListener;
import javax.sql.XAConnection;
import javax.transaction.xa.XAResource;
import org.postgresql.core.BaseConnection;
import org.postgresql.xa.PGXAConnection;

/** The driver's XA connection with our gate in the place of its XA resource. */
final class FencedConnection implements XAConnection {

  private final XAConnection driver;
  private final XAResource gate;

  private FencedConnection(XAConnection driver, XAResource gate) {
    this.driver = driver;
    this.gate = gate;
  }

  static FencedConnection of(BaseConnection connection, TransactionRole transactionRole)
      throws SQLException {
    PGXAConnection driver = new PGXAConnection(connection);
    BranchSession branchSession = new PostgresSession(connection);
    return new FencedConnection(driver, new FencedResource(driver, branchSession, transactionRole));
  }

  @Override
  public XAResource getXAResource() {
    return gate;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return driver.getConnection();
  }

  @Override
  public void close() throws SQLException {
    driver.close();
  }

  @Override
  public void addConnectionEventListener(ConnectionEventListener listener) {
    driver.addConnectionEventListener(listener);
  }

  @Override
  public void removeConnectionEventListener(ConnectionEventListener listener) {
    driver.removeConnectionEventListener(listener);
  }

  @Override
  public void addStatementEventListener(StatementEventListener listener) {
    driver.addStatementEventListener(listener);
  }

  @Override
  public void removeStatementEventListener(StatementEventListener listener) {
    driver.removeStatementEventListener(listener);
  }
}
