package org.orderly.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Properties;
import org.orderly.liquibase.Migrations;
import org.orderly.server.setup.LaunchFailure;

/** One domain's database: where it is and how to get in. */
record DatabaseSettings(String domain, String url, String user, String password) {
  static String variable(String domain, String what) {
    return "ORDERLY_DB_" + domain.toUpperCase(Locale.ROOT) + "_" + what;
  }

  Migrations.Target target() {
    return new Migrations.Target(url, user, password);
  }

  /**
   * Finds out in seconds whether orders may be entrusted to this server.
   *
   * @throws LaunchFailure naming the variable to set
   */
  void check() {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("loginTimeout", "5");
    properties.setProperty("socketTimeout", "10");
    try (Connection connection = DriverManager.getConnection(url, properties);
        Statement statement = connection.createStatement()) {
      require(statement, "fsync", "on", "off");
      require(statement, "full_page_writes", "on", "off");
      require(statement, "synchronous_commit", "on", "off");
      require(statement, "max_prepared_transactions", "250", "0");
    } catch (SQLException e) {
      throw new LaunchFailure(
          "The "
              + domain
              + " database does not let us in ("
              + firstLine(e)
              + "). Set "
              + variable(domain, "URL")
              + ", "
              + variable(domain, "USER")
              + " and "
              + variable(domain, "PASSWORD")
              + ".");
    }
  }

  private void require(Statement statement, String setting, String wanted, String refused)
      throws SQLException {
    try (ResultSet row = statement.executeQuery("show " + setting)) {
      row.next();
      if (row.getString(1).equals(refused)) {
        throw new LaunchFailure(
            "The server of the "
                + domain
                + " database ("
                + variable(domain, "URL")
                + ") runs with "
                + setting
                + " = "
                + refused
                + "; orders need "
                + wanted
                + ".");
      }
    }
  }

  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
  }

  @Override
  public String toString() {
    return domain + " at " + url;
  }
}
