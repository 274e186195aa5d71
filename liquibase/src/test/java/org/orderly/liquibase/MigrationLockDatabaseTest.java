package org.orderly.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Programs that migrate one database; a barrier in it holds the first one in a change. */
@Timeout(120)
class MigrationLockDatabaseTest {
  private static final String USER = "postgres";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String BARRIER =
      """
      create function barrier() returns event_trigger language plpgsql as $$
      begin
        if to_regclass('databasechangelog') is not null
            and to_regclass('databasechangeloglock') is not null then
          perform pg_advisory_lock_shared(42);
        end if;
      end $$;
      create event trigger barrier on ddl_command_start
        when tag in ('CREATE TABLE') execute function barrier();
      """;

  private EmbeddedPostgres server;
  private Connection barrier;
  private Process program;

  @BeforeEach
  void holdAProgramInItsFirstChange() throws Exception {
    server = EmbeddedPostgres.start();
    barrier = server.getPostgresDatabase().getConnection();
    execute(BARRIER, "select pg_advisory_lock(42)");
    program = start();
    await("select exists (select from pg_locks where locktype = 'advisory' and not granted)");
  }

  @AfterEach
  void stop() throws IOException, SQLException {
    program.destroyForcibly();
    barrier.close();
    server.close();
  }

  @Test
  void isNotLeftByAProgramThatIsKilled() throws Exception {
    program.destroyForcibly().waitFor();
    assertThat(ask("select locked from databasechangeloglock")).isEqualTo("t");
    openTheBarrier();

    assertThat(migrate()).containsExactly("payment");

    assertThat(ask("select locked from databasechangeloglock")).isEqualTo("f");
    assertThat(migrate()).isEmpty();
  }

  @Test
  void makesASecondProgramWaitForTheFirst() throws Exception {
    CompletableFuture<List<String>> second = CompletableFuture.supplyAsync(this::migrate);
    await("select count(*) = 2 from pg_locks where locktype = 'advisory' and not granted");
    openTheBarrier();

    assertThat(program.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(program.exitValue()).isZero();
    assertThat(second.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).containsExactly("payment");
    assertThat(ask("select count(*) = count(distinct id) from databasechangelog")).isEqualTo("t");
  }

  private List<String> migrate() {
    return Migrations.migrate(Map.of("payment", new Migrations.Target(url(), USER, "")));
  }

  private String url() {
    return server.getJdbcUrl(USER, USER);
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            MigratingProgram.class.getName(),
            url(),
            USER)
        .inheritIO()
        .start();
  }

  private void openTheBarrier() throws SQLException {
    execute("select pg_advisory_unlock(42)");
  }

  private void execute(String... statements) throws SQLException {
    try (Statement statement = barrier.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private String ask(String sql) throws SQLException {
    try (Statement statement = barrier.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private void await(String condition) throws SQLException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!ask(condition).equals("t")) {
      assertThat(program.isAlive() && Instant.now().isBefore(end)).as(condition).isTrue();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }
}
