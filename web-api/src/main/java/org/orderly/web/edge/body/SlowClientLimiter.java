package org.orderly.web.edge.body;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Limits how many threads wait for slow clients, in total and for each client. */
final class SlowClientLimiter {

  private final int seats;
  private final int seatsEach;
  private final Map<String, Integer> taken = new HashMap<>();
  private int all;

  SlowClientLimiter(int seats, int seatsEach) {
    this.seats = seats;
    this.seatsEach = seatsEach;
  }

  /** Takes a seat if one gets free in time; it must be {@link #leave left}. */
  synchronized boolean enter(String client, long millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (all >= seats || taken.getOrDefault(client, 0) >= seatsEach) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        return false;
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    all++;
    taken.merge(client, 1, Integer::sum);
    return true;
  }

  synchronized void leave(String client) {
    all--;
    taken.computeIfPresent(client, (name, seatsTaken) -> seatsTaken == 1 ? null : seatsTaken - 1);
    notifyAll();
  }
}
