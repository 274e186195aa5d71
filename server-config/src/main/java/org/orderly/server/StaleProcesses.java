package org.orderly.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.orderly.server.application.ApplicationServer;
import org.orderly.server.component.ChildProcess;
import org.orderly.server.component.Component;
import org.orderly.server.component.LaunchConsole;
import org.orderly.server.setup.DataFolder;

/**
 * Stale processes: the components of a launcher that was killed: they still run and are stopped in
 * order.
 */
final class StaleProcesses {
  private static final String SUFFIX = ".pid";

  private StaleProcesses() {}

  static void stop(DataFolder folder, LaunchConsole launchConsole) {
    for (Component component : lastFirst(folder.folder("run"))) {
      stop(component, folder, launchConsole);
    }
  }

  /** Whatever that launcher was asked for: each of its parts has left its number. */
  private static List<Component> lastFirst(Path run) {
    try (Stream<Path> files = Files.list(run)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> Component.ofKey(name.substring(0, name.length() - SUFFIX.length())))
          .flatMap(Optional::stream)
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stop(Component component, DataFolder folder, LaunchConsole launchConsole) {
    ChildProcess childProcess =
        switch (component.kind()) {
          case SERVER -> ApplicationServer.child(component, folder);
          case SANDBOX -> SandboxServer.child(folder);
          case BROKER -> BrokerServer.child(folder);
          case REDIS -> RedisServer.child(folder);
          case POSTGRES -> PostgresServer.child(component, folder);
        };
    if (childProcess.orphan().isPresent()) {
      Instant begin = Instant.now();
      stop(component.kind(), childProcess);
      Duration took = Duration.between(begin, Instant.now());
      launchConsole.step(component.title(), "left by a killed launcher, stopped", took);
    }
  }

  private static void stop(Component.Kind kind, ChildProcess childProcess) {
    switch (kind) {
      case SERVER -> ApplicationServer.stop(childProcess);
      case SANDBOX -> SandboxServer.stop(childProcess);
      case BROKER -> BrokerServer.stop(childProcess);
      case REDIS -> RedisServer.stop(childProcess);
      case POSTGRES -> PostgresServer.stop(childProcess);
    }
  }
}
