package org.orderly.tests.drill.history;

import java.util.Map;
import java.util.Optional;

/**
 * Something that took effect, as the databases show it afterwards.
 *
 * @param request whose key it is kept under; empty if no key is
 * @param id such as the order's
 * @param earlier whether it was there before the calls that are checked
 * @param changes by counter; negative for what is taken
 */
public record RecordedEffect(
    Optional<RequestIdentity> request, String id, boolean earlier, Map<String, Long> changes) {
  public RecordedEffect {
    changes = Map.copyOf(changes);
  }
}
