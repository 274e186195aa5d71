package org.orderly.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one start of Orderly was asked for.
 *
 * @param dataDir where databases, secrets and logs live; made on first start
 * @param port the HTTP port on the loopback address; 0 takes a free one
 * @param empty true to start without the sample shop
 * @param distribution the folder with the libraries, the server and the applications
 * @param environment the {@code ORDERLY_*} variables; the server gets all of them
 */
public record Settings(
    Path dataDir,
    int port,
    boolean empty,
    Distribution distribution,
    Map<String, String> environment) {
  /** The port of the shop unless another one is asked for. */
  public static final int DEFAULT_PORT = 8080;

  public Settings {
    dataDir = dataDir.toAbsolutePath().normalize();
    environment = Map.copyOf(environment);
  }

  /** A start in this folder, on a free port, without the sample shop: what a test wants. */
  public static Settings in(Path dataDir) {
    return new Settings(dataDir, 0, true, Distribution.locate(), Map.of());
  }

  /** The same with one more variable, which wins over what the launcher would have generated. */
  public Settings with(String variable, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value);
    return new Settings(dataDir, port, empty, distribution, more);
  }

  /** The same on another port. */
  public Settings onPort(int otherPort) {
    return new Settings(dataDir, otherPort, empty, distribution, environment);
  }

  /** The variable's value; absent when unset or blank. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /** Where a running Orderly on this data folder answers; ends with a slash. */
  public URI url() {
    return port == 0 ? new DataFolder(dataDir).lastUrl() : URI.create(urlOn(port));
  }

  static String urlOn(int port) {
    return "http://127.0.0.1:" + port + "/";
  }
}
