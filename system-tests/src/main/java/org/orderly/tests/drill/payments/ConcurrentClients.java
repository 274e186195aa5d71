package org.orderly.tests.drill.payments;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.orderly.tests.drill.ConditionNotMet;
import org.orderly.tests.drill.customer.InstanceClient;

/** A few clients that run errands at once, and one who pays from a balance meanwhile. */
final class ConcurrentClients implements AutoCloseable {
  private static final int CLIENTS = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(9);

  private final InstanceClient instanceClient;
  private final List<RepeatedRequest> errands;
  private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS + 1);
  private final List<Future<?>> running = new ArrayList<>();
  private volatile boolean closed;

  /** Begins at once. */
  ConcurrentClients(InstanceClient instanceClient, List<RepeatedRequest> errands) {
    this.instanceClient = instanceClient;
    this.errands = errands;
    errands.forEach(
        errand ->
            running.add(
                clients.submit(
                    () -> {
                      errand.run(instanceClient);
                      return null;
                    })));
  }

  void awaitAll() throws InterruptedException {
    await(running);
  }

  /** Sends every request once more, under its key. */
  void repeatAll() throws InterruptedException {
    List<Future<?>> again = new ArrayList<>();
    errands.forEach(
        errand ->
            again.add(
                clients.submit(
                    () -> {
                      errand.repeat(instanceClient);
                      return null;
                    })));
    await(again);
  }

  private static void await(List<Future<?>> work) throws InterruptedException {
    try {
      for (Future<?> each : work) {
        each.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new ConditionNotMet("an errand did not end: " + e);
    }
  }

  /** Buys one thing after the other from a balance until told to stop. */
  Shoppers shoppers(Supplier<RepeatedRequest> orders) {
    return new Shoppers(orders);
  }

  /** One who buys all the time. */
  final class Shoppers {
    private final Thread thread;
    private final AtomicInteger placed = new AtomicInteger();
    private volatile boolean stopping;

    private Shoppers(Supplier<RepeatedRequest> orders) {
      thread = new Thread(() -> shop(orders), "wallet-shopper");
      thread.start();
    }

    private void shop(Supplier<RepeatedRequest> orders) {
      try {
        while (!stopping && !closed) {
          RepeatedRequest order = orders.get();
          order.run(instanceClient);
          if (order.isDone()) {
            placed.incrementAndGet();
          }
          TimeUnit.MILLISECONDS.sleep(100);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /** How many orders were placed. */
    int stop() throws InterruptedException {
      stopping = true;
      thread.join(PATIENCE.toMillis());
      return placed.get();
    }
  }

  @Override
  public void close() {
    closed = true;
    clients.shutdownNow();
  }
}
