package org.orderly.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Calls that begin at the same moment, each on a thread of its own. */
public final class ConcurrentCalls {

  private static final long PATIENCE_SECONDS = 30;

  /** What one call came to: its value, or the exception that it threw. */
  public record Outcome<T>(T value, RuntimeException failure) {

    /** Whether the call returned. */
    public boolean succeeded() {
      return failure == null;
    }
  }

  private ConcurrentCalls() {}

  /**
   * Makes the calls and waits for all of them; fails after half a minute, as when they deadlock.
   */
  public static <T> List<Outcome<T>> run(int number, IntFunction<T> call) {
    CountDownLatch start = new CountDownLatch(number);
    List<Future<Outcome<T>>> running = new ArrayList<>();
    List<Outcome<T>> outcomes = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(number);
    try {
      for (int i = 0; i < number; i++) {
        int index = i;
        running.add(threads.submit(() -> outcome(start, index, call)));
      }
      for (Future<Outcome<T>> one : running) {
        outcomes.add(one.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
      }
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("calls have not ended", e);
    } finally {
      threads.shutdownNow();
    }
    return outcomes;
  }

  private static <T> Outcome<T> outcome(CountDownLatch start, int index, IntFunction<T> call)
      throws InterruptedException {
    start.countDown();
    start.await();
    try {
      return new Outcome<>(call.apply(index), null);
    } catch (RuntimeException e) {
      return new Outcome<>(null, e);
    }
  }
}
