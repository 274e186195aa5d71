package org.orderly.server;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.orderly.server.component.ChildProcess;
import org.orderly.server.component.Component;
import org.orderly.server.component.StartedComponent;
import org.orderly.server.component.UnpackedPrograms;
import org.orderly.server.setup.DataFolder;
import org.orderly.server.setup.StackSecrets;

/** The Redis server of this machine: one user with a password, appended to disk every second. */
final class RedisServer implements StartedComponent {
  private static final String USER = "orderly";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final DataFolder folder;
  private final UnpackedPrograms unpackedPrograms;
  private final String password;
  private final int port;
  private final ChildProcess childProcess;

  RedisServer(
      DataFolder folder, StackSecrets stackSecrets, UnpackedPrograms unpackedPrograms, int port) {
    this.folder = folder;
    this.unpackedPrograms = unpackedPrograms;
    this.password = stackSecrets.of("redis");
    this.port = port;
    this.childProcess = child(folder);
  }

  static ChildProcess child(DataFolder folder) {
    return new ChildProcess(Component.REDIS, folder, "redis-server");
  }

  @Override
  public ChildProcess child() {
    return childProcess;
  }

  @Override
  public Component part() {
    return Component.REDIS;
  }

  @Override
  public void launch() {
    folder.folder("redis");
    Path config = folder.write("redis/redis.conf", config());
    childProcess.start(List.of(unpackedPrograms.redis().toString(), config.toString()), Map.of());
  }

  /** The user may work with keys, and neither administer the server nor empty it. */
  private String config() {
    return String.join(
        "\n",
        "bind 127.0.0.1",
        "port " + port,
        "dir \"" + folder.path("redis") + "\"",
        "user default off",
        "user " + USER + " on #" + sha256(password) + " ~* &* +@all -@admin -@dangerous +info",
        "appendonly yes",
        "appendfsync everysec",
        "save \"\"",
        "maxmemory 256mb",
        "maxmemory-policy noeviction",
        "maxclients 1000",
        "timeout 0",
        "tcp-keepalive 60",
        "daemonize no",
        "");
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void awaitReady() {
    childProcess.awaitReady(
        "Redis", PATIENCE, "does not answer", () -> RedisConnection.greet(URI.create(url())));
  }

  String url() {
    return "redis://" + USER + ":" + password + "@127.0.0.1:" + port;
  }

  @Override
  public void stop() {
    stop(childProcess);
  }

  static void stop(ChildProcess childProcess) {
    childProcess.stop("TERM", Duration.ofSeconds(10));
  }

  @Override
  public String place() {
    return "127.0.0.1:" + port;
  }
}
