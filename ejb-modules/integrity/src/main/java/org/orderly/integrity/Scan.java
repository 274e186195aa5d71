package org.orderly.integrity;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderly.platform.integrity.Finding;
import org.orderly.platform.integrity.IntegrityCheck;
import org.orderly.platform.integrity.ScanPage;

/** A scan: runs one integrity check from a position towards its end. */
final class Scan {

  /** A page should take about this long: short enough to stop, long enough to be worth it. */
  private static final long SHORT_NANOS = 50_000_000L;

  private static final long LONG_NANOS = 4 * SHORT_NANOS;
  private static final int FIRST_SIZE = 500;
  private static final int LARGEST = 20_000;
  private static final int SMALLEST = 10;

  /** Of more violations than this only the number is kept. */
  static final int KEPT = 1_000;

  private final IntegrityCheck integrityCheck;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Long> counts = new HashMap<>();
  private final List<String> unread = new ArrayList<>();
  private @Nullable String position;
  private int size = FIRST_SIZE;
  private boolean ended;
  private long nanos;

  /** From the beginning. */
  Scan(IntegrityCheck integrityCheck) {
    this(integrityCheck, null);
  }

  Scan(IntegrityCheck integrityCheck, @Nullable String position) {
    this.integrityCheck = integrityCheck;
    this.position = position;
  }

  /** Checks the next page; how large it is depends on how long the one before took. */
  void step() throws SQLException {
    long begin = System.nanoTime();
    ScanPage scanPage = integrityCheck.after(position, size);
    long took = System.nanoTime() - begin;
    nanos += took;
    position = scanPage.end();
    ended = position == null;
    unread.addAll(scanPage.unread());
    scanPage.findings().forEach(this::keep);
    if (took < SHORT_NANOS) {
      size = Math.min(size * 2, LARGEST);
    } else if (took > LONG_NANOS) {
      size = Math.max(size / 2, SMALLEST);
    }
  }

  /** Looks once more at what was found, when all that was under way has arrived. */
  void settle() throws SQLException, InterruptedException {
    if (!findings.isEmpty() && findings.size() < KEPT) {
      List<Finding> confirmed = integrityCheck.settled(List.copyOf(findings));
      findings.clear();
      counts.clear();
      confirmed.forEach(this::keep);
    }
  }

  private void keep(Finding finding) {
    counts.merge(finding.check(), 1L, Long::sum);
    if (findings.size() < KEPT) {
      findings.add(finding);
    }
  }

  IntegrityCheck check() {
    return integrityCheck;
  }

  /** Where the next page begins; {@code null} at the end. */
  @Nullable String position() {
    return position;
  }

  boolean hasEnded() {
    return ended;
  }

  /** Whether everything from where it began was read. */
  boolean isComplete() {
    return ended && unread.isEmpty();
  }

  List<String> unread() {
    return unread;
  }

  long nanos() {
    return nanos;
  }

  List<Finding> findings() {
    return findings;
  }

  long violations(String check) {
    return counts.getOrDefault(check, 0L);
  }
}
