package org.orderly.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.XAConnection;
import javax.sql.XADataSource;

/** Open connections to one database; one comes back when its handle is closed. */
final class ConnectionPool implements AutoCloseable {

  private final XADataSource database;
  private final Deque<XAConnection> idle = new ArrayDeque<>();
  private boolean closed;

  ConnectionPool(XADataSource database) {
    this.database = database;
  }

  /** A connection in auto-commit mode. */
  Connection connection() throws SQLException {
    return take().getConnection();
  }

  /**
   * A connection for a branch of a transaction; its user asks it for one handle and closes that.
   */
  XAConnection take() throws SQLException {
    XAConnection waiting = poll();
    return waiting == null ? open() : waiting;
  }

  private synchronized XAConnection poll() {
    return idle.poll();
  }

  private XAConnection open() throws SQLException {
    XAConnection opened = database.getXAConnection();
    opened.addConnectionEventListener(
        new ConnectionEventListener() {
          @Override
          public void connectionClosed(ConnectionEvent event) {
            release(opened);
          }

          @Override
          public void connectionErrorOccurred(ConnectionEvent event) {
            // it is lost, and not given back
          }
        });
    return opened;
  }

  private synchronized void release(XAConnection connection) {
    if (!closed) {
      idle.push(connection);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    for (XAConnection connection : idle) {
      try {
        connection.close();
      } catch (SQLException e) {
        // the database is dropped, whoever is connected
      }
    }
    idle.clear();
  }
}
