package org.orderly.server.setup;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one start of Orderly was asked for.
 *
 * @param dataDir where databases, secrets and logs live; made on first start
 * @param port the HTTP port on the loopback address; 0 takes a free one
 * @param empty true to start without the sample shop
 * @param instances how many servers on one set of the other parts; the second and further ones
 *     answer on the ports after {@code port}. With 0 the other parts alone are started, for a
 *     server that answers on {@code port} and is started by other means
 * @param apart domains whose databases have a PostgreSQL server of their own each, the same at
 *     every start on a data folder
 * @param distribution the folder with the libraries, the server and the applications
 * @param environment the {@code ORDERLY_*} variables; the server gets all of them
 */
public record LaunchSettings(
    Path dataDir,
    int port,
    boolean empty,
    int instances,
    Set<String> apart,
    Distribution distribution,
    Map<String, String> environment) {
  /** The port of the shop unless another one is asked for. */
  public static final int DEFAULT_PORT = 8080;

  public LaunchSettings {
    dataDir = dataDir.toAbsolutePath().normalize();
    apart = Set.copyOf(apart);
    environment = Map.copyOf(environment);
  }

  /**
   * A start in this folder, on a free port, without the sample shop and for callers in a hurry, who
   * are not limited: what a test wants.
   */
  public static LaunchSettings in(Path dataDir) {
    return new LaunchSettings(dataDir, 0, true, 1, Set.of(), Distribution.locate(), Map.of())
        .with("ORDERLY_RATE_LIMIT_STANDARD", "0")
        .with("ORDERLY_RATE_LIMIT_STRICT", "0")
        .with("ORDERLY_MAIL_UNCONFIRMED_HOUR", "0")
        .with("ORDERLY_MAIL_UNCONFIRMED_DAY", "0");
  }

  /** For a command about a shop that runs or has run on this folder, which knows its port. */
  public static LaunchSettings ofRunning(Path dataDir, Map<String, String> environment) {
    return new LaunchSettings(dataDir, 0, true, 1, Set.of(), Distribution.locate(), environment);
  }

  /** The same with one more variable, which wins over what the launcher would have generated. */
  public LaunchSettings with(String variable, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value);
    return new LaunchSettings(dataDir, port, empty, instances, apart, distribution, more);
  }

  /** The same with the programs of another distribution. */
  public LaunchSettings of(Distribution other) {
    return new LaunchSettings(dataDir, port, empty, instances, apart, other, environment);
  }

  /** The same on another port. */
  public LaunchSettings onPort(int otherPort) {
    return new LaunchSettings(
        dataDir, otherPort, empty, instances, apart, distribution, environment);
  }

  /** The same with so many servers on one set of the other parts. */
  public LaunchSettings withInstances(int count) {
    return new LaunchSettings(dataDir, port, empty, count, apart, distribution, environment);
  }

  /** The same with a PostgreSQL server for each of these domains' databases alone. */
  public LaunchSettings withApart(String... domains) {
    Set<String> own = Set.of(domains);
    return new LaunchSettings(dataDir, port, empty, instances, own, distribution, environment);
  }

  /** The variable's value; absent when unset or blank. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /** Where a running Orderly on this data folder answers; ends with a slash. */
  public URI url() {
    return port == 0 ? new DataFolder(dataDir).lastUrl() : URI.create(urlOn(port));
  }

  public static String urlOn(int port) {
    return "http://127.0.0.1:" + port + "/";
  }
}
