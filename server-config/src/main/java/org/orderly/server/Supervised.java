package org.orderly.server;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A part that is started again when it ends without having been asked to. */
final class Supervised {
  private static final Duration FIRST_DELAY = Duration.ofMillis(500);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);
  private static final Duration WELL = Duration.ofMinutes(1);

  /**
   * A thread for each task: parts wait for one another while they start, and the common pool has a
   * single worker on a machine with two cores.
   */
  static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

  private final Service service;
  private final Console console;
  private boolean wanted;
  private boolean retired;

  /** Counts starts and stops: the end of an earlier process is not the end of this one. */
  private int life;

  private Instant started = Instant.EPOCH;
  private Duration delay = FIRST_DELAY;

  Supervised(Service service, Console console) {
    this.service = service;
    this.console = console;
  }

  Service service() {
    return service;
  }

  /**
   * Starts the part, waits until it is ready and keeps an eye on it from then on.
   *
   * @throws LaunchFailure when it does not get ready; it is stopped again then
   */
  void start() {
    Instant begin = Instant.now();
    String title = service.part().title();
    int current;
    synchronized (this) {
      if (retired) {
        throw new LaunchFailure(title + " is stopped for good.");
      }
      wanted = true;
      current = ++life;
      console.begin(title);
      service.launch();
      started = begin;
    }
    try {
      service.awaitReady();
    } catch (RuntimeException e) {
      console.drop(title);
      stop();
      throw e;
    }
    console.step(title, service.place(), Duration.between(begin, Instant.now()));
    watch(current);
  }

  private synchronized void watch(int current) {
    if (isWanted(current)) {
      service.exit().thenAcceptAsync(code -> ended(current, code), THREADS);
    }
  }

  private boolean isWanted(int current) {
    return wanted && life == current;
  }

  private synchronized void ended(int current, int code) {
    if (!isWanted(current)) {
      return;
    }
    boolean wasWell = Duration.between(started, Instant.now()).compareTo(WELL) > 0;
    delay = wasWell ? FIRST_DELAY : delay;
    CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, THREADS)
        .execute(() -> revive(current, code));
    Duration doubled = delay.multipliedBy(2);
    delay = doubled.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : doubled;
  }

  private void revive(int current, int code) {
    Instant begin = Instant.now();
    try {
      synchronized (this) {
        if (!isWanted(current)) {
          return;
        }
        service.launch();
        started = begin;
      }
      service.awaitReady();
      String outcome = "ended (" + code + "), runs again";
      console.step(service.part().title(), outcome, Duration.between(begin, Instant.now()));
      watch(current);
    } catch (RuntimeException e) {
      notRevived(current, e);
    }
  }

  private synchronized void notRevived(int current, RuntimeException e) {
    if (isWanted(current)) {
      console.say(
          "  "
              + service.part().title()
              + " is down, next try in "
              + Console.seconds(delay)
              + ": "
              + e.getMessage());
      service.stop();
      ended(current, -1);
    }
  }

  /** Stops the part for good: whoever is about to start it again comes too late. */
  synchronized void retire() {
    retired = true;
    stop();
  }

  /** Stops the part until {@link #start()}. */
  synchronized void stop() {
    wanted = false;
    life++;
    service.stop();
  }

  /** The process ends without being asked; the part is started again after a moment. */
  void kill() {
    service.kill();
  }

  /** The process ends without being asked and is gone on return; the part stays down. */
  synchronized void crash() {
    wanted = false;
    life++;
    service.kill();
    service.exit().join();
  }
}
