package org.orderly.tests.drill.customer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** Buyers who buy at the same time, from open to close. */
public final class DrillLoad {
  /** Of each buyer in one round: an outage that lasts makes no heap of orders. */
  private static final int MOST = 200;

  /** Answers a buyer has had when business is under way, and how long that may take. */
  private static final int WARM = 4;

  private static final Duration WARMING = Duration.ofSeconds(15);

  private final List<DrillCustomer> buyers;
  private final List<Thread> threads = new ArrayList<>();
  private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
  private volatile boolean open;

  public DrillLoad(List<DrillCustomer> buyers) {
    this.buyers = List.copyOf(buyers);
  }

  public void open() {
    open = true;
    for (DrillCustomer drillCustomer : buyers) {
      Thread thread = new Thread(() -> shop(drillCustomer), "buyer");
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  /** A client that ends early would leave its request without an answer that anybody checks. */
  private void shop(DrillCustomer drillCustomer) {
    try {
      drillCustomer.shop(MOST, () -> open);
    } catch (RuntimeException e) {
      failures.add(e);
    }
  }

  /**
   * Returns when business is under way, or after a while: a server that has just started is slow.
   */
  public void awaitBusiness() throws InterruptedException {
    long deadline = System.nanoTime() + WARMING.toNanos();
    while (System.nanoTime() < deadline
        && buyers.stream().mapToInt(DrillCustomer::answers).sum() < WARM * buyers.size()) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  /** No further request is begun. */
  public void shut() {
    open = false;
  }

  /**
   * Shuts, and returns what was requested when every buyer has a definite answer to the last
   * request.
   */
  public List<OrderAttempt> close() throws InterruptedException {
    shut();
    for (Thread thread : threads) {
      thread.join();
    }
    threads.clear();
    if (!failures.isEmpty()) {
      throw new IllegalStateException("a client of the drill failed", failures.remove());
    }
    return buyers.stream().flatMap(drillCustomer -> drillCustomer.takeAttempts().stream()).toList();
  }
}
