package org.orderly.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.orderly.server.component.ChildProcess;
import org.orderly.server.component.ClassArchive;
import org.orderly.server.component.Component;
import org.orderly.server.component.HostPlatform;
import org.orderly.server.component.StartedComponent;
import org.orderly.server.sandbox.SandboxProcess;
import org.orderly.server.setup.DataFolder;
import org.orderly.server.setup.LaunchSettings;
import org.orderly.server.setup.StackSecrets;

/**
 * The payment gateway of this machine, in a Java process of its own: see {@link SandboxProcess}.
 *
 * <p>Where its control is and what opens it stands in the data folder's file {@code
 * sandbox-gateway}, for tests and drills that make it fail.
 */
final class SandboxServer implements StartedComponent {
  private static final String LATENCY = SandboxProcess.LATENCY;
  private static final String NOTICES = "api/v1/payments/webhooks/sandbox";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final LaunchSettings launchSettings;
  private final DataFolder folder;
  private final ClassArchive archive;
  private final int port;
  private final String key;
  private final String controlKey;
  private final String webhookSecret;
  private final List<URI> shop;
  private final ChildProcess childProcess;

  /**
   * @param shop where the instances answer
   */
  SandboxServer(
      LaunchSettings launchSettings,
      DataFolder folder,
      StackSecrets stackSecrets,
      Ports ports,
      List<URI> shop) {
    this.launchSettings = launchSettings;
    this.folder = folder;
    this.shop = shop;
    this.port = ports.of("sandbox");
    this.key = stackSecrets.of("sandbox");
    this.controlKey = stackSecrets.of("sandbox.control");
    this.webhookSecret = stackSecrets.of("sandbox.webhook");
    List<Path> classPath = launchSettings.distribution().classPath();
    this.archive =
        new ClassArchive(
            "sandbox", Component.SANDBOX, launchSettings.distribution(), folder, classPath);
    this.childProcess = child(folder);
    folder.write("sandbox-gateway", url() + "control\n" + controlKey + "\n");
  }

  static ChildProcess child(DataFolder folder) {
    return new ChildProcess(Component.SANDBOX, folder, "java");
  }

  @Override
  public ChildProcess child() {
    return childProcess;
  }

  @Override
  public Component part() {
    return Component.SANDBOX;
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
    List<String> command = new ArrayList<>(List.of(HostPlatform.java(), "-Xms16m", "-Xmx256m"));
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(archive.options());
    command.addAll(List.of("-cp", HostPlatform.joined(launchSettings.distribution().classPath())));
    command.add(SandboxProcess.class.getName());
    childProcess.start(command, environment());
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
    launchSettings.variable(LATENCY).ifPresent(millis -> environment.put(LATENCY, millis));
    return environment;
  }

  /** The gateway opens its port last, when it has read its journal. */
  @Override
  public void awaitReady() {
    childProcess.awaitReady(
        "The sandbox gateway", PATIENCE, "does not answer", () -> ChildProcess.accepts(port));
  }

  @Override
  public void stop() {
    archive.keep(stop(childProcess));
  }

  static boolean stop(ChildProcess childProcess) {
    return childProcess.stop("TERM", Duration.ofSeconds(10));
  }

  @Override
  public String place() {
    return "127.0.0.1:" + port;
  }
}
