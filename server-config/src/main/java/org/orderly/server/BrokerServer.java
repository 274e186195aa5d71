package org.orderly.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.orderly.server.component.ChildProcess;
import org.orderly.server.component.ClassArchive;
import org.orderly.server.component.Component;
import org.orderly.server.component.HostPlatform;
import org.orderly.server.component.StartedComponent;
import org.orderly.server.setup.DataFolder;
import org.orderly.server.setup.Distribution;
import org.orderly.server.setup.StackSecrets;

/** The Artemis broker of this machine, in a Java process of its own; see {@link BrokerProcess}. */
final class BrokerServer implements StartedComponent {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final DataFolder folder;
  private final Distribution distribution;
  private final BrokerAccount account;
  private final String adminPassword;
  private final ClassArchive archive;
  private final int port;
  private final ChildProcess childProcess;

  BrokerServer(DataFolder folder, StackSecrets stackSecrets, Distribution distribution, int port) {
    this.folder = folder;
    this.distribution = distribution;
    this.port = port;
    this.account =
        new BrokerAccount("tcp://127.0.0.1:" + port, "orderly", stackSecrets.of("broker"));
    this.adminPassword = stackSecrets.of("broker.admin");
    this.archive =
        new ClassArchive(
            "broker", Component.BROKER, distribution, folder, distribution.classPath());
    this.childProcess = child(folder);
  }

  static ChildProcess child(DataFolder folder) {
    return new ChildProcess(Component.BROKER, folder, "java");
  }

  @Override
  public ChildProcess child() {
    return childProcess;
  }

  @Override
  public Component part() {
    return Component.BROKER;
  }

  BrokerAccount account() {
    return account;
  }

  @Override
  public void launch() {
    List<String> command = new ArrayList<>(List.of(HostPlatform.java(), "-Xms32m", "-Xmx192m"));
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(archive.options());
    command.addAll(List.of("-cp", HostPlatform.joined(distribution.classPath())));
    command.add(BrokerProcess.class.getName());
    childProcess.start(
        command,
        Map.of(
            BrokerProcess.FOLDER, folder.folder("broker").toString(),
            BrokerProcess.ADDRESS, "tcp://127.0.0.1:" + port,
            BrokerProcess.USER, account.user(),
            BrokerProcess.PASSWORD, account.password(),
            BrokerProcess.ADMIN_PASSWORD, adminPassword));
  }

  /** The broker opens its port last, when addresses and queues are there. */
  @Override
  public void awaitReady() {
    childProcess.awaitReady(
        "The broker", PATIENCE, "does not answer", () -> ChildProcess.accepts(port));
  }

  @Override
  public void stop() {
    archive.keep(stop(childProcess));
  }

  static boolean stop(ChildProcess childProcess) {
    return childProcess.stop("TERM", Duration.ofSeconds(20));
  }

  @Override
  public String place() {
    return "127.0.0.1:" + port;
  }
}
