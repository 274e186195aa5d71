package org.orderly.tests.drill.history;

import java.util.List;
import java.util.Map;

/**
 * The state that the calls left.
 *
 * @param effects all of the calls' time, and those of earlier requests that were sent again
 * @param before the counters before the first call
 * @param after the counters now
 */
public record FinalState(
    List<RecordedEffect> effects, Map<String, Long> before, Map<String, Long> after) {
  public FinalState {
    effects = List.copyOf(effects);
    before = Map.copyOf(before);
    after = Map.copyOf(after);
  }
}
