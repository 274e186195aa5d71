package org.orderly.integrity;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The status of the scan.
 *
 * @param violations how many stand, for every invariant
 * @param lookedAt when it looked last; {@code null} if never
 * @param completedAt since when it has been through all books; {@code null} if it never was
 */
public record ScanStatus(
    Map<String, Long> violations, @Nullable Instant lookedAt, @Nullable Instant completedAt) {

  /** The invariants' numbers. */
  public static final List<String> CHECKS =
      Arrays.stream(Invariant.values()).map(Invariant::name).toList();

  /** The invariants of which violations stand. */
  public List<String> broken() {
    return CHECKS.stream().filter(check -> violations.getOrDefault(check, 0L) > 0).toList();
  }

  public boolean ok() {
    return total() == 0;
  }

  public long total() {
    return violations.values().stream().mapToLong(Long::longValue).sum();
  }
}
