package org.orderly.server;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The Artemis broker of this machine, in a Java process of its own; see {@link BrokerProcess}. */
final class Broker implements Service {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final DataFolder folder;
  private final Distribution distribution;
  private final BrokerAccount account;
  private final String adminPassword;
  private final ClassArchive archive;
  private final int port;
  private final Child child;

  Broker(DataFolder folder, Secrets secrets, Distribution distribution, int port) {
    this.folder = folder;
    this.distribution = distribution;
    this.port = port;
    this.account = new BrokerAccount("tcp://127.0.0.1:" + port, "orderly", secrets.of("broker"));
    this.adminPassword = secrets.of("broker.admin");
    this.archive =
        new ClassArchive("broker", Part.BROKER, distribution, folder, distribution.classPath());
    this.child = child(folder);
  }

  static Child child(DataFolder folder) {
    return new Child(Part.BROKER, folder, "java");
  }

  @Override
  public Child child() {
    return child;
  }

  @Override
  public Part part() {
    return Part.BROKER;
  }

  BrokerAccount account() {
    return account;
  }

  @Override
  public void launch() {
    List<String> command = new ArrayList<>(List.of(Platform.java(), "-Xms32m", "-Xmx192m"));
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(archive.options());
    command.addAll(List.of("-cp", Platform.joined(distribution.classPath())));
    command.add(BrokerProcess.class.getName());
    child.start(
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
    boolean ready =
        Deadline.in(PATIENCE)
            .await(
                () -> {
                  if (!child.isAlive()) {
                    throw new LaunchFailure(
                        "The broker ended while starting; see " + child.log().path() + ".");
                  }
                  try (Socket socket = new Socket()) {
                    socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
                    return true;
                  }
                });
    if (!ready) {
      throw new LaunchFailure("The broker does not answer; see " + child.log().path() + ".");
    }
  }

  @Override
  public void stop() {
    archive.keep(stop(child));
  }

  static boolean stop(Child child) {
    return child.stop("TERM", Duration.ofSeconds(20));
  }

  @Override
  public String place() {
    return "127.0.0.1:" + port;
  }
}
