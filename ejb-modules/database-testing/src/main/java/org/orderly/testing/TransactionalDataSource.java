package org.orderly.testing;

import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.XAConnection;

/**
 * Where a data source of the server takes its connections from: within a JTA transaction everybody
 * gets the one connection that is enlisted in it, else a connection in auto-commit mode.
 */
final class TransactionalDataSource implements PooledDataSource.Source {

  private final Supplier<TestDatabase> database;
  private final TransactionManager transactions;
  private final TransactionSynchronizationRegistry registry;

  TransactionalDataSource(
      Supplier<TestDatabase> database,
      TransactionManager transactions,
      TransactionSynchronizationRegistry registry) {
    this.database = database;
    this.transactions = transactions;
    this.registry = registry;
  }

  @Override
  public Connection connection() throws SQLException {
    try {
      if (transactions.getStatus() == Status.STATUS_NO_TRANSACTION) {
        return database.get().pool().connection();
      }
      if (registry.getResource(this) instanceof Connection enlisted) {
        return enlisted;
      }
      return enlist();
    } catch (SystemException | RollbackException e) {
      throw new SQLException("no part in the transaction", e);
    }
  }

  private Connection enlist() throws SQLException, SystemException, RollbackException {
    XAConnection branch = database.get().pool().take();
    Connection handle = branch.getConnection();
    transactions.getTransaction().enlistResource(branch.getXAResource());
    Connection shared = unclosed(handle);
    registry.putResource(this, shared);
    registry.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // the connection is still needed
          }

          @Override
          public void afterCompletion(int status) {
            close(handle);
          }
        });
    return shared;
  }

  private static void close(Connection handle) {
    try {
      handle.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Closing it gives it back to the transaction. */
  private static Connection unclosed(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                return null;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
