package org.orderly.platform.integrity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one integrity check.
 *
 * @param id the invariant's number in the design, such as {@code I1}
 * @param name what must be true, for people
 * @param ok whether no violation is known
 * @param violations how many rows break it, as far as is known
 * @param sample some of them
 * @param complete whether everything was looked at just now
 * @param checkedAt since when everything has been looked at; {@code null} if it never was
 * @param reached how far this look came if it was not complete, else {@code null}
 */
public record InvariantResult(
    String id,
    String name,
    boolean ok,
    long violations,
    List<String> sample,
    boolean complete,
    @Nullable Instant checkedAt,
    @Nullable String reached) {

  /** How many violations a report names. */
  public static final int SAMPLE_SIZE = 10;

  public InvariantResult {
    sample = sample.stream().limit(SAMPLE_SIZE).toList();
  }
}
