package org.orderly.integrity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the scan of one check has come.
 *
 * @param position where the next page begins; {@code null} at the beginning
 * @param beganAt when the pass under way began
 * @param completedAt when the last pass came to the end; {@code null} if none ever did
 * @param completeSince when that pass began: all that was there then has been looked at since
 */
record ScanProgress(
    @Nullable String position,
    @Nullable Instant beganAt,
    @Nullable Instant completedAt,
    @Nullable Instant completeSince) {

  static final ScanProgress NONE = new ScanProgress(null, null, null, null);

  /** What it is after a walk that went on from here. */
  ScanProgress after(Scan scan, Instant now) {
    Instant began = position == null || beganAt == null ? now : beganAt;
    return scan.isComplete()
        ? new ScanProgress(null, began, now, began)
        : new ScanProgress(scan.position(), began, completedAt, completeSince);
  }

  /**
   * Since when all of these scans have been run to their end.
   *
   * @return empty if one of them never was
   */
  static Optional<Instant> oldest(Map<String, ScanProgress> progress, Collection<String> scans) {
    List<Instant> ends = new ArrayList<>();
    for (String scan : scans) {
      Instant since = progress.getOrDefault(scan, NONE).completeSince();
      if (since == null) {
        return Optional.empty();
      }
      ends.add(since);
    }
    return ends.stream().min(Comparator.naturalOrder());
  }
}
