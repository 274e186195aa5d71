package org.orderly.commit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A real PostgreSQL server with the databases of a checkout, each at the end of a wire of its own.
 *
 * <p>In each a table {@code effect} tells which transactions have committed there.
 */
public final class ThreeDatabases implements AutoCloseable {

  public static final String ORDERING = "ordering";
  static final List<String> MEMBERS = List.of("payment", "inventory");

  private static final String EFFECT = "create table effect (id text not null)";
  private static final String DECISIONS =
      """
      create table tx_decision (
        global_id text primary key,
        outcome char(1) not null check (outcome in ('C', 'A')),
        decided_at timestamptz not null default now());
      create table tx_resolution (
        id bigint generated always as identity primary key,
        global_id text not null,
        database text not null,
        action text not null,
        prepared_at timestamptz not null,
        resolved_at timestamptz not null default now(),
        instance text not null,
        asked_by uuid)
      """;

  private final EmbeddedPostgres server;
  private final Map<String, Wire> wires = new HashMap<>();

  public ThreeDatabases() throws IOException, SQLException {
    // a session that asks for more than its local disk waits for a standby that does not exist:
    // it is stopped in the middle of its commit
    server =
        EmbeddedPostgres.builder()
            .setServerConfig("max_prepared_transactions", "64")
            .setServerConfig("fsync", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("synchronous_standby_names", "nobody")
            .setServerConfig("synchronous_commit", "local")
            .start();
    for (String database : List.of(ORDERING, "payment", "inventory")) {
      wires.put(database, new Wire(server.getPort()));
      execute("postgres", "create database " + database);
      execute(database, EFFECT);
    }
    execute(ORDERING, DECISIONS);
  }

  /** As the resolver and the pools reach it. */
  public RecoverableDatabase database(String name) {
    return new RecoverableDatabase(name, url(wires.get(name).port(), name), "postgres", "postgres");
  }

  public List<RecoverableDatabase> members() {
    return MEMBERS.stream().map(this::database).toList();
  }

  public Wire wire(String database) {
    return wires.get(database);
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** Past the wire. */
  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(server.getPort(), database), "postgres", "postgres");
  }

  public void execute(String database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of the only row; empty if there is none. */
  Optional<String> ask(String database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
    }
  }

  public long count(String database, String what) throws SQLException {
    return Long.parseLong(ask(database, "select count(*) from " + what).orElseThrow());
  }

  @Override
  public void close() throws IOException {
    for (Wire wire : wires.values()) {
      wire.close();
    }
    server.close();
  }
}
