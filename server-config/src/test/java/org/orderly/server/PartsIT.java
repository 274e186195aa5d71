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
import org.orderly.server.component.Component;
import org.orderly.server.component.StartedComponent;
import org.orderly.server.component.UnpackedPrograms;
import org.orderly.server.setup.DataFolder;
import org.orderly.server.setup.Distribution;
import org.orderly.server.setup.LaunchFailure;
import org.orderly.server.setup.StackSecrets;

/** The real programs, each by itself. */
class PartsIT {
  @TempDir Path temporary;
  private StartedComponent running;

  @AfterEach
  void stop() {
    if (running != null) {
      running.stop();
    }
  }

  @Test
  void keepsCommittedRowsWhenPostgresIsKilled() throws SQLException {
    PostgresServer postgresServer = start(postgres());
    DatabaseSettings databaseSettings = postgresServer.databases(List.of("ordering")).get(0);
    execute(databaseSettings, "create table kept(n int)", "insert into kept values (42)");

    postgresServer.kill();
    postgresServer.exit().join();
    postgresServer.launch();
    postgresServer.awaitReady();

    assertThat(ask(databaseSettings, "select n from kept")).isEqualTo("42");
  }

  @Test
  void runsPostgresSoThatACommitIsACommit() throws SQLException {
    DatabaseSettings databaseSettings = start(postgres()).databases(List.of("payment")).get(0);

    databaseSettings.check();
    assertThat(ask(databaseSettings, "show fsync")).isEqualTo("on");
    assertThat(ask(databaseSettings, "show synchronous_commit")).isEqualTo("on");
    assertThat(ask(databaseSettings, "show max_prepared_transactions")).isEqualTo("250");
  }

  @Test
  void letsADomainsOwnerIntoNoOtherDomainsDatabase() {
    List<DatabaseSettings> databases = start(postgres()).databases(List.of("ordering", "payment"));
    DatabaseSettings ordering = databases.get(0);
    DatabaseSettings payment = databases.get(1);
    DatabaseSettings stranger =
        new DatabaseSettings("payment", payment.url(), ordering.user(), ordering.password());

    payment.check();
    assertThatThrownBy(stranger::check)
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("permission denied");
  }

  @Test
  void migratesADatabaseOnce() {
    Map<String, Migrations.Target> targets =
        start(postgres()).databases(Migrations.DATABASES).stream()
            .collect(Collectors.toMap(DatabaseSettings::domain, DatabaseSettings::target));

    assertThat(Migrations.migrate(targets)).containsExactlyElementsOf(Migrations.DATABASES);
    assertThat(Migrations.migrate(targets)).isEmpty();
  }

  @Test
  void letsNobodyIntoRedisWithoutThePassword() throws IOException {
    RedisServer redisServer =
        start(new RedisServer(folder(), secrets(), unpacked(), port("redis")));

    assertThat(RedisConnection.greet(URI.create(redisServer.url()))).isTrue();
    assertThatThrownBy(() -> RedisConnection.check("redis://" + redisServer.place()))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("NOAUTH");
    assertThatThrownBy(() -> RedisConnection.check("redis://orderly:wrong@" + redisServer.place()))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("WRONGPASS");
  }

  @Test
  void letsNobodyIntoTheBrokerWithoutThePassword() {
    BrokerServer brokerServer =
        start(new BrokerServer(folder(), secrets(), Distribution.locate(), port("broker")));
    BrokerAccount account = brokerServer.account();

    account.check();
    assertThatThrownBy(() -> new BrokerAccount(account.url(), "orderly", "wrong").check())
        .hasMessage(
            "The broker refuses the user. Set ORDERLY_BROKER_USER and ORDERLY_BROKER_PASSWORD.");
    assertThatThrownBy(() -> new BrokerAccount(account.url(), null, null).check())
        .isInstanceOf(LaunchFailure.class);
  }

  private <S extends StartedComponent> S start(S service) {
    running = service;
    service.launch();
    service.awaitReady();
    return service;
  }

  private PostgresServer postgres() {
    return new PostgresServer(
        Component.POSTGRES, folder(), secrets(), unpacked(), port("postgres"));
  }

  private DataFolder folder() {
    DataFolder folder = new DataFolder(temporary);
    folder.open();
    return folder;
  }

  private StackSecrets secrets() {
    return new StackSecrets(folder());
  }

  private int port(String part) {
    return new Ports(folder()).of(part);
  }

  private static UnpackedPrograms unpacked() {
    return new UnpackedPrograms(Distribution.locate());
  }

  private static void execute(DatabaseSettings databaseSettings, String... statements)
      throws SQLException {
    try (Connection connection = connect(databaseSettings);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String ask(DatabaseSettings databaseSettings, String sql) throws SQLException {
    try (Connection connection = connect(databaseSettings);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static Connection connect(DatabaseSettings databaseSettings) throws SQLException {
    return DriverManager.getConnection(
        databaseSettings.url(), databaseSettings.user(), databaseSettings.password());
  }
}
