package org.orderly.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.orderly.liquibase.Migrations;

/**
 * The embedded PostgreSQL of this JVM.
 *
 * <p>It starts at the first use on a free port, in a temporary folder, and stops with the JVM. It
 * does not wait for the disk: its data need not survive. The library starts it in a user namespace
 * of its own where the user is root, as the launcher does.
 */
final class EmbeddedServer {

  private static final String SUPERUSER = "postgres";

  /** Of {@code template_<domain>}: migrated once, then copied for each test class. */
  private static final String TEMPLATE = "template_";

  static {
    QuietLogs.begin();
  }

  private static EmbeddedServer instance;

  private final EmbeddedPostgres server;
  private final Set<String> migrated = new HashSet<>();
  private int copies;

  private EmbeddedServer() {
    try {
      server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "off")
              .setServerConfig("full_page_writes", "off")
              .setServerConfig("synchronous_commit", "off")
              .setServerConfig("wal_level", "minimal")
              .setServerConfig("max_wal_senders", "0")
              .setServerConfig("max_connections", "200")
              .setServerConfig("max_prepared_transactions", "100")
              .setServerConfig("timezone", "UTC")
              .setLocaleConfig("locale-provider", "builtin")
              .setLocaleConfig("builtin-locale", "C.UTF-8")
              .setLocaleConfig("locale", "C")
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server, started unless it runs. */
  static synchronized EmbeddedServer running() {
    if (instance == null) {
      instance = new EmbeddedServer();
    }
    return instance;
  }

  /** Makes a database with the tables of a domain and no rows; its owner is the domain's role. */
  synchronized TestDatabase create(String domain) {
    if (migrated.add(domain)) {
      migrate(domain);
    }
    copies++;
    String name = domain + "_" + copies;
    execute("create database " + name + " owner " + domain + " template " + TEMPLATE + domain);
    return new TestDatabase(domain, name, server.getPort());
  }

  void drop(String name) {
    execute("drop database if exists " + name + " with (force)");
  }

  private void migrate(String domain) {
    String template = TEMPLATE + domain;
    execute("create role " + domain + " login");
    execute("create database " + template + " owner " + domain);
    String url = server.getJdbcUrl(domain, template);
    Migrations.migrate(Map.of(domain, new Migrations.Target(url, domain, "")));
  }

  private void execute(String sql) {
    execute(SUPERUSER, sql);
  }

  /** Runs statements as the superuser. */
  void execute(String database, String sql) {
    try (Connection connection = server.getDatabase(SUPERUSER, database).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new StatementFailed(sql, e);
    }
  }
}
