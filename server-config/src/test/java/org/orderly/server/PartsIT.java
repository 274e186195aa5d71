package org.orderly.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderly.liquibase.Migrations;

/** The real programs, each by itself. */
class PartsIT {
  @TempDir Path temporary;
  private Service running;

  @AfterEach
  void stop() {
    if (running != null) {
      running.stop();
    }
  }

  @Test
  void keepsCommittedRowsWhenPostgresIsKilled() throws SQLException {
    Postgres postgres = start(postgres());
    Database database = postgres.databases(List.of("ordering")).get(0);
    execute(database, "create table kept(n int)", "insert into kept values (42)");

    postgres.kill();
    postgres.exit().join();
    postgres.launch();
    postgres.awaitReady();

    assertThat(ask(database, "select n from kept")).isEqualTo("42");
  }

  @Test
  void runsPostgresSoThatACommitIsACommit() throws SQLException {
    Database database = start(postgres()).databases(List.of("payment")).get(0);

    database.check();
    assertThat(ask(database, "show fsync")).isEqualTo("on");
    assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
    assertThat(ask(database, "show max_prepared_transactions")).isEqualTo("250");
  }

  @Test
  void letsADomainsOwnerIntoNoOtherDomainsDatabase() {
    List<Database> databases = start(postgres()).databases(List.of("ordering", "payment"));
    Database ordering = databases.get(0);
    Database payment = databases.get(1);
    Database stranger =
        new Database("payment", payment.url(), ordering.user(), ordering.password());

    payment.check();
    assertThatThrownBy(stranger::check)
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("permission denied");
  }

  @Test
  void migratesADatabaseOnce() {
    Map<String, Migrations.Target> targets =
        start(postgres()).databases(Migrations.DATABASES).stream()
            .collect(Collectors.toMap(Database::domain, Database::target));

    assertThat(Migrations.migrate(targets)).containsExactlyElementsOf(Migrations.DATABASES);
    assertThat(Migrations.migrate(targets)).isEmpty();
  }

  @Test
  void letsNobodyIntoRedisWithoutThePassword() throws IOException {
    Redis redis = start(new Redis(folder(), secrets(), unpacked(), port("redis")));

    assertThat(RedisConnection.greet(URI.create(redis.url()))).isTrue();
    assertThatThrownBy(() -> RedisConnection.check("redis://" + redis.place()))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("NOAUTH");
    assertThatThrownBy(() -> RedisConnection.check("redis://orderly:wrong@" + redis.place()))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("WRONGPASS");
  }

  @Test
  void letsNobodyIntoTheBrokerWithoutThePassword() {
    Broker broker = start(new Broker(folder(), secrets(), Distribution.locate(), port("broker")));
    BrokerAccount account = broker.account();

    account.check();
    assertThatThrownBy(() -> new BrokerAccount(account.url(), "orderly", "wrong").check())
        .hasMessage(
            "The broker refuses the user. Set ORDERLY_BROKER_USER and ORDERLY_BROKER_PASSWORD.");
    assertThatThrownBy(() -> new BrokerAccount(account.url(), null, null).check())
        .isInstanceOf(LaunchFailure.class);
  }

  private <S extends Service> S start(S service) {
    running = service;
    service.launch();
    service.awaitReady();
    return service;
  }

  private Postgres postgres() {
    return new Postgres(Part.POSTGRES, folder(), secrets(), unpacked(), port("postgres"));
  }

  private DataFolder folder() {
    DataFolder folder = new DataFolder(temporary);
    folder.open();
    return folder;
  }

  private Secrets secrets() {
    return new Secrets(folder());
  }

  private int port(String part) {
    return new Ports(folder()).of(part);
  }

  private static Unpacked unpacked() {
    return new Unpacked(Distribution.locate());
  }

  private static void execute(Database database, String... statements) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String ask(Database database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static Connection connect(Database database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }
}
