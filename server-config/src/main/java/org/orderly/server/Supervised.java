package org.orderly.server;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A part that is started again when it ends without having been asked to. */
final class Supervised {
  private static final Duration FIRST_DELAY = Duration.ofMillis(500);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);
  private static final Duration WELL = Duration.ofMinutes(1);

  private final Service service;
  private final Console console;
  private boolean wanted;
  private Instant started = Instant.EPOCH;
  private Duration delay = FIRST_DELAY;

  Supervised(Service service, Console console) {
    this.service = service;
    this.console = console;
  }

  Service service() {
    return service;
  }

  /** Starts the part, waits until it is ready and keeps an eye on it from then on. */
  void start() {
    Instant begin = Instant.now();
    synchronized (this) {
      wanted = true;
      service.launch();
      started = begin;
    }
    service.awaitReady();
    console.step(service.part().title(), service.place(), Duration.between(begin, Instant.now()));
    watch();
  }

  private synchronized void watch() {
    if (wanted) {
      service.exit().thenAcceptAsync(this::ended);
    }
  }

  private synchronized void ended(int code) {
    if (!wanted) {
      return;
    }
    boolean wasWell = Duration.between(started, Instant.now()).compareTo(WELL) > 0;
    delay = wasWell ? FIRST_DELAY : delay;
    CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> revive(code));
    Duration doubled = delay.multipliedBy(2);
    delay = doubled.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : doubled;
  }

  private void revive(int code) {
    Instant begin = Instant.now();
    try {
      synchronized (this) {
        if (!wanted) {
          return;
        }
        service.launch();
        started = begin;
      }
      service.awaitReady();
      String outcome = "ended (" + code + "), runs again";
      console.step(service.part().title(), outcome, Duration.between(begin, Instant.now()));
      watch();
    } catch (RuntimeException e) {
      notRevived(e);
    }
  }

  private synchronized void notRevived(RuntimeException e) {
    if (wanted) {
      console.say(
          "  "
              + service.part().title()
              + " is down, next try in "
              + Console.seconds(delay)
              + ": "
              + e.getMessage());
      service.stop();
      ended(-1);
    }
  }

  /** Stops the part for good, or until {@link #start()}. */
  synchronized void stop() {
    wanted = false;
    service.stop();
  }

  void kill() {
    service.kill();
  }
}
