package org.orderly.identity.audit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.orderly.kernel.SqlBatch;
import org.orderly.liquibase.Migrations;
import org.orderly.messaging.AuditNote;

/** An identity database with an empty audit log. */
final class AuditDatabase implements AutoCloseable {

  private static final String USER = "postgres";

  private final EmbeddedPostgres server;
  private final AuditLogRepository entries = new AuditLogRepository();
  private String current;
  private int made;

  AuditDatabase() throws IOException, SQLException {
    server = EmbeddedPostgres.start();
    execute("create database migrated", USER);
    Migrations.Target target = new Migrations.Target(server.getJdbcUrl(USER, "migrated"), USER, "");
    Migrations.migrate(Map.of("identity", target));
    makeEmpty();
  }

  /** Begins anew with another database. */
  void makeEmpty() throws SQLException {
    made++;
    current = "log_" + made;
    execute("create database " + current + " template migrated", USER);
  }

  DataSource dataSource() {
    return server.getDatabase(USER, current);
  }

  void note(String action, String subject, Object before, Object after) throws SQLException {
    SqlBatch writes = new SqlBatch();
    entries.append(writes, AuditNote.of(Clock.systemUTC(), action, subject, before, after));
    try (Connection connection = dataSource().getConnection()) {
      writes.run(connection);
    }
  }

  void execute(String sql) throws SQLException {
    execute(sql, current);
  }

  private void execute(String sql, String name) throws SQLException {
    try (Connection connection = server.getDatabase(USER, name).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** As somebody does who may do anything with the database. */
  void tamper(String sql) throws SQLException {
    execute("set session_replication_role = replica; " + sql);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
