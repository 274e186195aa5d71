package org.orderly.tests.bench.shop;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * An Orderly of its own, started by the launcher of the build that is measured, so that an older
 * build comes with its own migrations, settings and everything.
 */
public final class BenchShop implements AutoCloseable {

  private static final Duration STARTING = Duration.ofMinutes(5);
  private static final Duration STOPPING = Duration.ofMinutes(3);
  private static final int ANSWER_MILLIS = 5_000;

  /** The gateway takes as long as one on the internet does. */
  private static final String GATEWAY_MILLIS = "50";

  private final String name;
  private final Path data;
  private final URI url;
  private final Process launcher;

  private BenchShop(String name, Path data, URI url, Process launcher) {
    this.name = name;
    this.data = data;
    this.url = url;
    this.launcher = launcher;
  }

  /**
   * @param distribution the build's {@code server-config/target/dist}
   * @param folder what is made for this start, data and the launcher's words
   */
  public static BenchShop launch(String name, Path distribution, Path folder) {
    try {
      Files.createDirectories(folder);
      int port = freePort();
      Path data = folder.resolve("data");
      List<String> command =
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx256m",
              "-XX:+UseSerialGC",
              "-XX:TieredStopAtLevel=1",
              "-Dorderly.dist=" + distribution.toAbsolutePath(),
              "-cp",
              distribution.toAbsolutePath() + "/lib/*",
              "org.orderly.server.Main",
              "run",
              "--empty",
              "--port",
              Integer.toString(port),
              "--data-dir",
              data.toString());
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(folder.resolve("launcher.log").toFile());
      // a part that the environment names outside would be measured, and filled
      builder.environment().keySet().removeIf(variable -> variable.startsWith("ORDERLY_"));
      builder.environment().put("ORDERLY_RATE_LIMIT_STANDARD", "0");
      builder.environment().put("ORDERLY_RATE_LIMIT_STRICT", "0");
      builder.environment().put("ORDERLY_SANDBOX_LATENCY_MILLIS", GATEWAY_MILLIS);
      URI url = URI.create("http://127.0.0.1:" + port + "/");
      return new BenchShop(name, data, url, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  public void awaitReady() {
    boolean ready =
        Wait.upTo(
            STARTING,
            () -> {
              if (!launcher.isAlive()) {
                throw new BenchFailed(name + " ended while starting; see " + data.getParent());
              }
              return Files.exists(data.resolve("run/url")) && isReady();
            });
    if (!ready) {
      throw new BenchFailed(name + " does not get ready; see " + data.getParent());
    }
  }

  private boolean isReady() {
    try {
      var connection = (HttpURLConnection) url.resolve("health/ready").toURL().openConnection();
      connection.setConnectTimeout(ANSWER_MILLIS);
      connection.setReadTimeout(ANSWER_MILLIS);
      return connection.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  public String name() {
    return name;
  }

  public URI url() {
    return url;
  }

  public Path data() {
    return data;
  }

  /** The launcher, in whose process the mails arrive. */
  public long launcherPid() {
    return launcher.pid();
  }

  /**
   * @param part such as {@code "server"}
   */
  public long pid(String part) {
    try {
      return Long.parseLong(Files.readString(data.resolve("run/" + part + ".pid")).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<String> adminCredentials() {
    try {
      return Files.readAllLines(data.resolve("admin-credentials"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of its PostgreSQL. */
  public int databasePort() {
    return Integer.parseInt(property("ports.properties", "postgres"));
  }

  /** Where its server takes further applications. */
  public Path autodeploy() {
    return data.resolve("server/root/autodeploy");
  }

  /** A connection of the superuser of its PostgreSQL. */
  public Connection connect(String database) throws SQLException {
    String password = property("secrets.properties", "database.superuser");
    String address = "jdbc:postgresql://127.0.0.1:" + databasePort() + "/" + database;
    return DriverManager.getConnection(address, "postgres", password);
  }

  private String property(String file, String name) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(data.resolve(file))) {
      properties.load(reader);
      return properties.getProperty(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops everything in order. */
  @Override
  public void close() {
    launcher.destroy();
    try {
      if (!launcher.waitFor(STOPPING.toSeconds(), TimeUnit.SECONDS)) {
        launcher.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      launcher.destroyForcibly();
    }
  }
}
