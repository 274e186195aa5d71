package org.orderly.server;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.orderly.server.sandbox.SandboxProcess;

/**
 * The payment gateway of this machine, in a Java process of its own: see {@link SandboxProcess}.
 *
 * <p>Where its control is and what opens it stands in the data folder's file {@code
 * sandbox-gateway}, for tests and drills that make it fail.
 */
final class Sandbox implements Service {
  private static final String LATENCY = SandboxProcess.LATENCY;
  private static final String NOTICES = "api/v1/payments/webhooks/sandbox";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Settings settings;
  private final DataFolder folder;
  private final ClassArchive archive;
  private final int port;
  private final String key;
  private final String controlKey;
  private final String webhookSecret;
  private final List<URI> shop;
  private final Child child;

  /**
   * @param shop where the instances answer
   */
  Sandbox(Settings settings, DataFolder folder, Secrets secrets, Ports ports, List<URI> shop) {
    this.settings = settings;
    this.folder = folder;
    this.shop = shop;
    this.port = ports.of("sandbox");
    this.key = secrets.of("sandbox");
    this.controlKey = secrets.of("sandbox.control");
    this.webhookSecret = secrets.of("sandbox.webhook");
    List<Path> classPath = settings.distribution().classPath();
    this.archive =
        new ClassArchive("sandbox", Part.SANDBOX, settings.distribution(), folder, classPath);
    this.child = child(folder);
    folder.write("sandbox-gateway", url() + "control\n" + controlKey + "\n");
  }

  static Child child(DataFolder folder) {
    return new Child(Part.SANDBOX, folder, "java");
  }

  @Override
  public Child child() {
    return child;
  }

  @Override
  public Part part() {
    return Part.SANDBOX;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  String key() {
    return key;
  }

  String webhookSecret() {
    return webhookSecret;
  }

  @Override
  public void launch() {
    List<String> command = new ArrayList<>(List.of(Platform.java(), "-Xms16m", "-Xmx256m"));
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(archive.options());
    command.addAll(List.of("-cp", Platform.joined(settings.distribution().classPath())));
    command.add(SandboxProcess.class.getName());
    child.start(command, environment());
  }

  private Map<String, String> environment() {
    String notices =
        shop.stream().map(url -> url.resolve(NOTICES).toString()).collect(Collectors.joining(","));
    Map<String, String> environment = new HashMap<>();
    environment.put(SandboxProcess.FOLDER, folder.folder("sandbox").toString());
    environment.put(SandboxProcess.PORT, Integer.toString(port));
    environment.put(SandboxProcess.KEY, key);
    environment.put(SandboxProcess.CONTROL_KEY, controlKey);
    environment.put(SandboxProcess.WEBHOOK_SECRET, webhookSecret);
    environment.put(SandboxProcess.SHOP, notices);
    settings.variable(LATENCY).ifPresent(millis -> environment.put(LATENCY, millis));
    return environment;
  }

  /** The gateway opens its port last, when it has read its journal. */
  @Override
  public void awaitReady() {
    boolean ready =
        Deadline.in(PATIENCE)
            .await(
                () -> {
                  if (!child.isAlive()) {
                    throw new LaunchFailure(
                        "The sandbox gateway ended while starting; see "
                            + child.log().path()
                            + ".");
                  }
                  try (Socket socket = new Socket()) {
                    socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
                    return true;
                  }
                });
    if (!ready) {
      throw new LaunchFailure(
          "The sandbox gateway does not answer; see " + child.log().path() + ".");
    }
  }

  @Override
  public void stop() {
    archive.keep(stop(child));
  }

  static boolean stop(Child child) {
    return child.stop("TERM", Duration.ofSeconds(10));
  }

  @Override
  public String place() {
    return "127.0.0.1:" + port;
  }
}
