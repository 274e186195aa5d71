package org.orderly.commit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database as the resolver reaches it: by connections of its own, outside of every pool and every
 * transaction of the server, as the same user that prepared the branches.
 *
 * @param name the domain, such as {@code "payment"}
 */
public record RecoverableDatabase(String name, String url, String user, String password) {

  private static final int CONNECT_SECONDS = 2;
  private static final int ANSWER_SECONDS = 10;

  /**
   * Whoever holds an uncommitted marker is left alone after this. A resolver that is paused loses
   * its session, and with it what it has claimed.
   */
  private static final String PATIENCE =
      "set lock_timeout = '500ms'; set idle_session_timeout = '12s'";

  public Connection connect() throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(url);
    source.setUser(user);
    source.setPassword(password);
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setLoginTimeout(CONNECT_SECONDS);
    source.setSocketTimeout(ANSWER_SECONDS);
    source.setLogServerErrorDetail(false);
    source.setApplicationName("orderly-resolver");
    Connection connection = source.getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute(PATIENCE);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
