package org.orderly.server.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.orderly.server.setup.DataFolder;
import org.orderly.server.setup.LaunchFailure;

/**
 * A component as a child process. It writes its own process id before it becomes the program, so
 * that a launcher that was killed at any moment leaves nothing behind that the next one does not
 * know.
 */
public final class ChildProcess {
  /** How far a process's start and its file's time may be apart: clocks are read twice. */
  private static final Duration SAME_MOMENT = Duration.ofSeconds(60);

  /** What a part keeps of the launcher's environment; the last is for agents that measure it. */
  private static final Set<String> INHERITED = Set.of("PATH", "HOME", "JAVA_TOOL_OPTIONS");

  private static final String CONTINUE = "CONT";

  private static final String WRITE_PID_AND_BECOME =
      "umask 077; echo $$ > \"$0.new\" && mv \"$0.new\" \"$0\" && exec \"$@\"";

  private final DataFolder folder;
  private final String program;
  private final Path pidFile;
  private final LogFile log;
  private Process process;

  /**
   * @param program the file name of the program, by which a process of an earlier start is
   *     recognized
   */
  public ChildProcess(Component component, DataFolder folder, String program) {
    this.folder = folder;
    this.program = program;
    this.pidFile = folder.folder("run").resolve(component.key() + ".pid");
    this.log = new LogFile(folder.folder("logs").resolve(component.key() + ".log"));
  }

  public synchronized void start(List<String> command, Map<String, String> environment) {
    log.rotate();
    List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", WRITE_PID_AND_BECOME));
    words.add(pidFile.toString());
    words.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(HostPlatform.apart(words));
    leaveInherited(builder.environment());
    builder.environment().put("LC_ALL", "C");
    builder.environment().putAll(environment);
    builder.directory(folder.root().toFile());
    builder.redirectErrorStream(true).redirectOutput(log.appending());
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whatever else the launcher was told, a part is told by name or not at all. */
  static void leaveInherited(Map<String, String> environment) {
    environment.keySet().retainAll(INHERITED);
  }

  public LogFile log() {
    return log;
  }

  synchronized Process process() {
    return process;
  }

  /**
   * Returns when the process does its work.
   *
   * @param name for people, as the subject of a sentence
   * @param otherwise what is true of it if it does not in time, such as "does not answer"
   * @throws LaunchFailure if it ends, or the time is over
   */
  public void awaitReady(
      String name, Duration patience, String otherwise, Callable<Boolean> isReady) {
    boolean ready =
        Deadline.in(patience)
            .await(
                () -> {
                  if (!isAlive()) {
                    throw new LaunchFailure(
                        name + " ended while starting; see " + log.path() + ".");
                  }
                  return isReady.call();
                });
    if (!ready) {
      throw new LaunchFailure(name + " " + otherwise + "; see " + log.path() + ".");
    }
  }

  /** Whether something accepts connections at a port of this machine; fails if nothing does. */
  public static boolean accepts(int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
      return true;
    }
  }

  public boolean isAlive() {
    Process current = process();
    return current != null && current.isAlive();
  }

  /** The process of an earlier launcher that was killed. */
  public Optional<ProcessHandle> orphan() {
    try {
      Instant written = Files.getLastModifiedTime(pidFile).toInstant();
      long pid = Long.parseLong(Files.readString(pidFile).strip());
      return ProcessHandle.of(pid).filter(found -> isOurs(found.info(), written));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private boolean isOurs(ProcessHandle.Info info, Instant written) {
    boolean sameProgram =
        info.command()
            .map(Path::of)
            .map(Path::getFileName)
            .map(Path::toString)
            .filter(program::equals)
            .isPresent();
    return sameProgram
        && info.startInstant()
            .filter(start -> Duration.between(start, written).abs().compareTo(SAME_MOMENT) < 0)
            .isPresent();
  }

  /**
   * Asks with a signal, waits, and in the end insists.
   *
   * @return whether the process ended by itself
   */
  public boolean stop(String signal, Duration patience) {
    boolean orderly = orphanOrCurrent().map(handle -> stop(handle, signal, patience)).orElse(true);
    try {
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return orderly;
  }

  /** The process stands still, as on a machine that swaps or is moved, until it is resumed. */
  public void pause() {
    send(process().toHandle(), "STOP");
  }

  public void resume() {
    send(process().toHandle(), CONTINUE);
  }

  private Optional<ProcessHandle> orphanOrCurrent() {
    Process current = process();
    return current == null ? orphan() : Optional.of(current.toHandle());
  }

  private static boolean stop(ProcessHandle handle, String signal, Duration patience) {
    if (!handle.isAlive()) {
      return true;
    }
    send(handle, signal);
    // one that is paused hears nothing before this
    send(handle, CONTINUE);
    if (awaitExit(handle, patience)) {
      return true;
    }
    handle.destroyForcibly();
    awaitExit(handle, Duration.ofSeconds(10));
    return false;
  }

  private static void send(ProcessHandle handle, String signal) {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(handle.pid()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      handle.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean awaitExit(ProcessHandle handle, Duration patience) {
    try {
      handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
