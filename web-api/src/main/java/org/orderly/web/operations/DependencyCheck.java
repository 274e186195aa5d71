package org.orderly.web.operations;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A check of one dependency, which may never answer.
 *
 * <p>It is asked on a thread of its own, not while it is still unanswered, and not more than once a
 * second; meanwhile everybody gets the same answer.
 */
final class DependencyCheck<T> {

  static final Duration FRESH = Duration.ofSeconds(1);
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Logger LOG = Logger.getLogger(DependencyCheck.class.getName());

  private final String part;
  private final Callable<T> question;
  private final Executor executor;
  private final LongSupplier nanoTime;
  private CompletableFuture<T> asked;
  private long askedAt;
  private volatile boolean silent;

  /**
   * @param part whose silence is logged, once when it begins
   */
  DependencyCheck(String part, Callable<T> question, Executor executor, LongSupplier nanoTime) {
    this.part = part;
    this.question = question;
    this.executor = executor;
    this.nanoTime = nanoTime;
  }

  /** Asks, if there is no fresh answer; does not wait for it. */
  synchronized CompletableFuture<T> ask() {
    boolean stale = nanoTime.getAsLong() - askedAt >= FRESH.toNanos();
    if (asked == null || asked.isDone() && stale) {
      CompletableFuture<T> answer = new CompletableFuture<>();
      asked = answer;
      askedAt = nanoTime.getAsLong();
      executor.execute(() -> complete(answer));
    }
    return asked;
  }

  /** The answer; nothing if there was a failure, or none came within two seconds of asking. */
  Optional<T> answer() {
    CompletableFuture<T> answer = ask();
    try {
      return Optional.of(answer.get(Math.max(left(), 0), TimeUnit.NANOSECONDS));
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private synchronized long left() {
    return PATIENCE.toNanos() - (nanoTime.getAsLong() - askedAt);
  }

  private void complete(CompletableFuture<T> answer) {
    try {
      answer.complete(question.call());
      silent = false;
    } catch (Exception e) {
      LOG.log(silent ? Level.FINE : Level.WARNING, () -> part + " does not answer: " + e);
      silent = true;
      answer.completeExceptionally(e);
    }
  }
}
