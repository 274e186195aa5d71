package org.orderly.kernel;

import java.util.List;

/**
 * The outcome of one check of the books.
 *
 * @param id the invariant's number in the design, such as {@code I1}
 * @param name what must be true, for people
 * @param violations how many rows break it
 * @param sample some of them
 */
public record InvariantCheck(
    String id, String name, boolean ok, long violations, List<String> sample) {

  /** How many violations a report names. */
  public static final int SAMPLE_SIZE = 10;

  public InvariantCheck {
    sample = List.copyOf(sample);
  }

  public static InvariantCheck of(String id, String name, long violations, List<String> sample) {
    return new InvariantCheck(
        id, name, violations == 0, violations, sample.stream().limit(SAMPLE_SIZE).toList());
  }
}
