package org.orderly.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/**
 * A domain's database and the one role that may connect to it. Names are ours, never a person's.
 */
final class DatabaseOwner {
  private DatabaseOwner() {}

  static void ensure(Connection superuser, String name, String password) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      if (!exists(superuser, "select 1 from pg_roles where rolname = ?", name)) {
        statement.execute("create role " + name + " nologin");
      }
      if (!exists(superuser, "select 1 from pg_roles where rolcanlogin and rolname = ?", name)) {
        // The driver sends the hash alone, so that no log can hold the password.
        superuser
            .unwrap(PGConnection.class)
            .alterUserPassword(name, password.toCharArray(), "scram-sha-256");
        statement.execute("alter role " + name + " login");
      }
      if (!exists(superuser, "select 1 from pg_database where datname = ?", name)) {
        statement.execute("create database " + name + " owner " + name);
      }
      statement.execute("revoke all on database " + name + " from public");
    }
  }

  private static boolean exists(Connection connection, String sql, String name)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }
}
