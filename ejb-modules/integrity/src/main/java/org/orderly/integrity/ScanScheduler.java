package org.orderly.integrity;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Schedules several scans that share a time limit; whoever had least of it goes next. */
final class ScanScheduler {

  private final List<Scan> scans;

  ScanScheduler(List<Scan> scans) {
    this.scans = List.copyOf(scans);
  }

  /**
   * Walks until all have come to their end or the time is over.
   *
   * @throws InterruptedException also if the thread is told to stop between two pages
   */
  void run(Duration time) throws SQLException, InterruptedException {
    long deadline = System.nanoTime() + time.toNanos();
    Optional<Scan> next = next();
    while (next.isPresent() && System.nanoTime() < deadline) {
      next.get().step();
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      next = next();
    }
    for (Scan scan : scans) {
      scan.settle();
    }
  }

  List<Scan> scans() {
    return scans;
  }

  private Optional<Scan> next() {
    return scans.stream()
        .filter(scan -> !scan.hasEnded())
        .min(Comparator.comparingLong(Scan::nanos));
  }
}
