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

/** The parts of a launcher that was killed: they still run and are stopped in order. */
final class Leftovers {
  private static final String SUFFIX = ".pid";

  private Leftovers() {}

  static void stop(DataFolder folder, Console console) {
    for (Part part : lastFirst(folder.folder("run"))) {
      stop(part, folder, console);
    }
  }

  /** Whatever that launcher was asked for: each of its parts has left its number. */
  private static List<Part> lastFirst(Path run) {
    try (Stream<Path> files = Files.list(run)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> Part.ofKey(name.substring(0, name.length() - SUFFIX.length())))
          .flatMap(Optional::stream)
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stop(Part part, DataFolder folder, Console console) {
    Child child =
        switch (part.kind()) {
          case SERVER -> Server.child(part, folder);
          case SANDBOX -> Sandbox.child(folder);
          case BROKER -> Broker.child(folder);
          case REDIS -> Redis.child(folder);
          case POSTGRES -> Postgres.child(part, folder);
        };
    if (child.orphan().isPresent()) {
      Instant begin = Instant.now();
      stop(part.kind(), child);
      Duration took = Duration.between(begin, Instant.now());
      console.step(part.title(), "left by a killed launcher, stopped", took);
    }
  }

  private static void stop(Part.Kind kind, Child child) {
    switch (kind) {
      case SERVER -> Server.stop(child);
      case SANDBOX -> Sandbox.stop(child);
      case BROKER -> Broker.stop(child);
      case REDIS -> Redis.stop(child);
      case POSTGRES -> Postgres.stop(child);
    }
  }
}
