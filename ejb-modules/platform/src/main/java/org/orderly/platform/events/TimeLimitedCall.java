package org.orderly.platform.events;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Calls something that may hang, and stops waiting after a limit. While it hangs nobody asks again:
 * later callers wait for the same answer, each no longer than the patience, so that a part that
 * stands still holds one thread and not one for each caller.
 */
final class TimeLimitedCall<T> {

  private final Callable<T> question;
  private final Duration patience;
  private @Nullable FutureTask<T> asked;

  TimeLimitedCall(Callable<T> question, Duration patience) {
    this.question = question;
    this.patience = patience;
  }

  /**
   * The answer, from a thread of the factory; nothing if it did not come in time.
   *
   * @throws ExecutionException if the question failed
   */
  Optional<T> ask(ThreadFactory threads) throws ExecutionException {
    try {
      return Optional.of(current(threads).get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException | CancellationException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private synchronized FutureTask<T> current(ThreadFactory threads) {
    FutureTask<T> running = asked;
    if (running == null || running.isDone()) {
      running = new FutureTask<>(question);
      asked = running;
      threads.newThread(running).start();
    }
    return running;
  }
}
