package org.orderly.tests.load;

import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A pool of workers that share a queue of tasks. */
public record WorkerPool(int size) {

  /**
   * Returns when every task is done.
   *
   * @throws java.util.concurrent.CompletionException with the first failure; the worker it happened
   *     to takes no further task
   */
  public <T> void work(Collection<T> tasks, Consumer<T> how) {
    Queue<T> left = new ConcurrentLinkedQueue<>(tasks);
    ExecutorService workers = Executors.newFixedThreadPool(size);
    try {
      CompletableFuture.allOf(
              IntStream.range(0, size)
                  .mapToObj(i -> CompletableFuture.runAsync(() -> drain(left, how), workers))
                  .toArray(CompletableFuture[]::new))
          .join();
    } finally {
      workers.shutdownNow();
    }
  }

  private static <T> void drain(Queue<T> left, Consumer<T> how) {
    for (T task = left.poll(); task != null; task = left.poll()) {
      how.accept(task);
    }
  }
}
