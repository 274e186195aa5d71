package org.orderly.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.orderly.server.component.ChildProcess;
import org.orderly.server.component.Component;
import org.orderly.server.component.HostPlatform;
import org.orderly.server.component.StartedComponent;
import org.orderly.server.component.UnpackedPrograms;
import org.orderly.server.setup.DataFolder;
import org.orderly.server.setup.LaunchFailure;
import org.orderly.server.setup.StackSecrets;

/** A PostgreSQL server of this machine: durable, password-protected, ready for two-phase commit. */
final class PostgresServer implements StartedComponent {
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("password_encryption", "scram-sha-256"),
          Map.entry("fsync", "on"),
          Map.entry("full_page_writes", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("max_connections", "300"),
          Map.entry("max_prepared_transactions", "250"),
          Map.entry("shared_buffers", "128MB"),
          Map.entry("effective_cache_size", "512MB"),
          Map.entry("work_mem", "8MB"),
          Map.entry("max_wal_size", "1GB"),
          Map.entry("random_page_cost", "1.1"),
          Map.entry("idle_in_transaction_session_timeout", "15s"),
          Map.entry("tcp_keepalives_idle", "30"),
          Map.entry("timezone", "UTC"),
          Map.entry("log_timezone", "UTC"),
          Map.entry("log_line_prefix", "%m [%p] %d "),
          // no row and no statement in the log: they have what people typed in them
          Map.entry("log_error_verbosity", "terse"),
          Map.entry("log_min_error_statement", "panic"),
          Map.entry("log_parameter_max_length", "0"),
          Map.entry("log_parameter_max_length_on_error", "0"));
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Component component;
  private final DataFolder folder;
  private final StackSecrets stackSecrets;
  private final UnpackedPrograms unpackedPrograms;
  private final int port;
  private final ChildProcess childProcess;

  PostgresServer(
      Component component,
      DataFolder folder,
      StackSecrets stackSecrets,
      UnpackedPrograms unpackedPrograms,
      int port) {
    this.component = component;
    this.folder = folder;
    this.stackSecrets = stackSecrets;
    this.unpackedPrograms = unpackedPrograms;
    this.port = port;
    this.childProcess = child(component, folder);
  }

  /** A handle on the process alone, enough to find and stop what an earlier launcher left. */
  static ChildProcess child(Component component, DataFolder folder) {
    return new ChildProcess(component, folder, "postgres");
  }

  @Override
  public ChildProcess child() {
    return childProcess;
  }

  @Override
  public Component part() {
    return component;
  }

  @Override
  public void launch() {
    Path home = unpackedPrograms.postgres();
    Path data = folder.path(component.key());
    clearStaleLock(data);
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      new PostgresCluster(folder, stackSecrets, home).create(data);
    }
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/postgres").toString()));
    command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
    SETTINGS.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    childProcess.start(HostPlatform.unprivileged(command), Map.of());
  }

  @Override
  public void awaitReady() {
    childProcess.awaitReady(
        "PostgreSQL",
        PATIENCE,
        "does not answer",
        () -> {
          connect().close();
          return true;
        });
  }

  /** A connection of the superuser, to the maintenance database. */
  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        url("postgres"),
        PostgresCluster.SUPERUSER,
        stackSecrets.of(PostgresCluster.SUPERUSER_SECRET));
  }

  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  @Override
  public void stop() {
    stop(childProcess);
  }

  static void stop(ChildProcess childProcess) {
    // "Fast": sessions are ended, data are written, prepared transactions are kept.
    childProcess.stop("INT", Duration.ofSeconds(30));
  }

  @Override
  public String place() {
    return "127.0.0.1:" + port;
  }

  /** The databases, made if they are missing. */
  List<DatabaseSettings> databases(List<String> domains) {
    List<DatabaseSettings> databases = new ArrayList<>();
    try (Connection connection = connect()) {
      for (String domain : domains) {
        String password = stackSecrets.of("database." + domain);
        DatabaseOwner.ensure(connection, domain, password);
        databases.add(new DatabaseSettings(domain, url(domain), domain, password));
      }
      return databases;
    } catch (SQLException e) {
      throw new LaunchFailure("The databases could not be made: " + e.getMessage());
    }
  }

  /** Removes the lock file of a server that is certainly gone, whose number another program has. */
  private static void clearStaleLock(Path data) {
    Path file = data.resolve("postmaster.pid");
    try {
      if (!Files.exists(file)) {
        return;
      }
      long pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
      boolean isPostgres =
          ProcessHandle.of(pid)
              .flatMap(handle -> handle.info().command())
              .map(command -> command.endsWith("postgres"))
              .orElse(true);
      if (!isPostgres) {
        Files.delete(file);
      }
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      // PostgreSQL itself says what is wrong with it.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
