package org.orderly.server;

import java.time.Duration;
import java.time.Instant;

/** The parts of a launcher that was killed: they still run and are stopped in order. */
final class Leftovers {
  private Leftovers() {}

  static void stop(DataFolder folder, Console console) {
    stop(Part.SERVER, Server.child(folder), console, Server::stop);
    stop(Part.BROKER, Broker.child(folder), console, Broker::stop);
    stop(Part.REDIS, Redis.child(folder), console, Redis::stop);
    stop(Part.POSTGRES, Postgres.child(folder), console, Postgres::stop);
    Postgres.clearStaleLock(folder);
  }

  private static void stop(
      Part part, Child child, Console console, java.util.function.Consumer<Child> stopping) {
    if (child.orphan().isPresent()) {
      Instant begin = Instant.now();
      stopping.accept(child);
      Duration took = Duration.between(begin, Instant.now());
      console.step(part.title(), "left by a killed launcher, stopped", took);
    }
  }
}
