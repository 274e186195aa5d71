package org.orderly.server.component;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.orderly.server.setup.LaunchFailure;

/** A component that is started again when it ends without having been stopped. */
public final class SupervisedComponent {
  private static final Duration FIRST_DELAY = Duration.ofMillis(500);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);
  private static final Duration WELL = Duration.ofMinutes(1);

  /**
   * A thread for each task: parts wait for one another while they start, and the common pool has a
   * single worker on a machine with two cores.
   */
  public static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

  private final StartedComponent startedComponent;
  private final LaunchConsole launchConsole;
  private boolean wanted;
  private boolean retired;

  /** Counts starts and stops: the end of an earlier process is not the end of this one. */
  private int life;

  private Instant started = Instant.EPOCH;
  private Duration delay = FIRST_DELAY;

  public SupervisedComponent(StartedComponent startedComponent, LaunchConsole launchConsole) {
    this.startedComponent = startedComponent;
    this.launchConsole = launchConsole;
  }

  /** Starts them at once; completes when all are ready. */
  public static CompletableFuture<Void> startAll(List<SupervisedComponent> components) {
    return CompletableFuture.allOf(
        components.stream()
            .map(component -> CompletableFuture.runAsync(component::start, THREADS))
            .toArray(CompletableFuture[]::new));
  }

  /** The result of a step, or its failure as it was thrown. */
  public static <T> T await(CompletableFuture<T> step) {
    try {
      return step.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  public StartedComponent service() {
    return startedComponent;
  }

  /**
   * Starts the part, waits until it is ready and keeps an eye on it from then on.
   *
   * @throws LaunchFailure when it does not get ready; it is stopped again then
   */
  public void start() {
    Instant begin = Instant.now();
    String title = startedComponent.part().title();
    int current;
    synchronized (this) {
      if (retired) {
        throw new LaunchFailure(title + " is stopped for good.");
      }
      wanted = true;
      current = ++life;
      launchConsole.begin(title);
      startedComponent.launch();
      started = begin;
    }
    try {
      startedComponent.awaitReady();
    } catch (RuntimeException e) {
      launchConsole.drop(title);
      stop();
      throw e;
    }
    launchConsole.step(title, startedComponent.place(), Duration.between(begin, Instant.now()));
    watch(current);
  }

  private synchronized void watch(int current) {
    if (isWanted(current)) {
      startedComponent.exit().thenAcceptAsync(code -> ended(current, code), THREADS);
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
        startedComponent.launch();
        started = begin;
      }
      startedComponent.awaitReady();
      String outcome = "ended (" + code + "), runs again";
      launchConsole.step(
          startedComponent.part().title(), outcome, Duration.between(begin, Instant.now()));
      watch(current);
    } catch (RuntimeException e) {
      notRevived(current, e);
    }
  }

  private synchronized void notRevived(int current, RuntimeException e) {
    if (isWanted(current)) {
      launchConsole.say(
          "  "
              + startedComponent.part().title()
              + " is down, next try in "
              + LaunchConsole.seconds(delay)
              + ": "
              + e.getMessage());
      startedComponent.stop();
      ended(current, -1);
    }
  }

  /** Stops the part for good: whoever is about to start it again comes too late. */
  public synchronized void retire() {
    retired = true;
    stop();
  }

  /** Stops the part until {@link #start()}. */
  public synchronized void stop() {
    wanted = false;
    life++;
    startedComponent.stop();
  }

  /** The process ends without being asked; the part is started again after a moment. */
  public void kill() {
    startedComponent.kill();
  }

  /** The process ends without being asked and is gone on return; the part stays down. */
  public synchronized void crash() {
    wanted = false;
    life++;
    startedComponent.kill();
    startedComponent.exit().join();
  }
}
