package org.orderly.ear;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** A domain of GlassFish, made and run by the commands of the page for operations people. */
final class FullServer implements AutoCloseable {
  private static final long COMMAND_MINUTES = 8;
  private static final String STARTED = "Total startup time including CLI";
  // as asadmin lays them out from the first port on
  private static final int ADMIN = 48;
  private static final int HTTP = 80;
  private static final List<Integer> OTHERS = List.of(9, 37, 38, 39, 66, 76, 81, 86);

  private final Path home;
  private final Path folder;
  private final Instructions instructions;
  private final int firstPort;
  private final Map<String, String> variables;
  private Process running;

  /**
   * @param home the unpacked server
   * @param folder with the archives and files that the commands name
   */
  FullServer(Path home, Path folder, Instructions instructions) throws IOException {
    this.home = home;
    this.folder = folder;
    this.instructions = instructions;
    this.firstPort = freePorts();
    Path passwords =
        Files.createFile(
            folder.resolve("passwords"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(passwords, "AS_ADMIN_PASSWORD=" + UUID.randomUUID() + "\n");
    this.variables =
        Map.of(
            "AS_JAVA", System.getProperty("java.home"),
            "GLASSFISH", home.toString(),
            "PORTBASE", Integer.toString(firstPort),
            "PASSWORDS", passwords.toString());
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + (firstPort + HTTP) + "/");
  }

  int port() {
    return firstPort + HTTP;
  }

  /** The server's own configuration, as it was written. */
  String configuration() throws IOException {
    return Files.readString(home.resolve("domains/orderly/config/domain.xml"));
  }

  /**
   * Does what the page says under a heading.
   *
   * @return what the commands told
   */
  String follow(String heading) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "told", ".txt");
    Process process = bash(heading, output, Map.of());
    if (!process.waitFor(COMMAND_MINUTES, TimeUnit.MINUTES)) {
      end(process);
      throw new AssertionError(heading + " did not end: " + Files.readString(output));
    }
    String told = Files.readString(output);
    if (process.exitValue() != 0 || told.contains("failed")) {
      throw new AssertionError(heading + ": exit code " + process.exitValue() + "\n" + told);
    }
    return told;
  }

  /** Returns when the server says that it has started, with what is deployed. */
  void start(Map<String, String> environment) throws IOException, InterruptedException {
    Path output = folder.resolve("server.log");
    running = bash("Start it", output, environment);
    Eventually.see(
        "the start of the server; see " + output,
        () -> running.isAlive() ? Files.readString(output) : "it has ended " + STARTED,
        log -> log.contains(STARTED));
    if (!running.isAlive()) {
      throw new AssertionError(Files.readString(output));
    }
  }

  void stop() throws IOException, InterruptedException {
    follow("Stop it");
    if (!running.waitFor(1, TimeUnit.MINUTES)) {
      throw new AssertionError("the server was stopped, but goes on");
    }
  }

  private Process bash(String heading, Path output, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-euc", instructions.under(heading)).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> !List.of("PATH", "HOME").contains(name));
    builder.environment().putAll(environment);
    builder.environment().putAll(variables);
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    return builder.start();
  }

  @Override
  public void close() throws InterruptedException {
    if (running != null) {
      end(running);
    }
  }

  private static void end(Process process) throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
  }

  /** Like the launcher, below the range that systems give to outgoing connections. */
  private static int freePorts() {
    return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(200, 319) * 100)
        .limit(1000)
        .filter(FullServer::isFree)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(int first) {
    return IntStream.concat(IntStream.of(ADMIN, HTTP), OTHERS.stream().mapToInt(Integer::intValue))
        .allMatch(offset -> isFreePort(first + offset));
  }

  private static boolean isFreePort(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
