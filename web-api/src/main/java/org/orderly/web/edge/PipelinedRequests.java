package org.orderly.web.edge;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the requests of a connection that arrived before the one before them was answered.
 *
 * <p>A request of which no byte was read after its predecessor began had been sent along with it.
 * No browser, proxy or common client does that; somebody who wants many answers and reads none
 * does, and would keep a thread busy until all of them are written.
 */
final class PipelinedRequests {

  private final AtomicInteger reads = new AtomicInteger();
  private int readsAtLast = -1;
  private int inARow;

  /** Takes note that bytes of the client were read. */
  void read() {
    reads.incrementAndGet();
  }

  /**
   * Takes note that a request begins.
   *
   * @return how many requests in a row, this one included, were sent ahead
   */
  synchronized int next() {
    int now = reads.get();
    inARow = now == readsAtLast ? inARow + 1 : 0;
    readsAtLast = now;
    return inARow;
  }
}
