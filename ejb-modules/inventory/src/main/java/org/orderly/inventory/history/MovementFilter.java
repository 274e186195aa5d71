package org.orderly.inventory.history;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderly.inventory.MovementKind;

/**
 * Which movements are asked for; {@code null} and no kinds for any.
 *
 * @param from the first moment
 * @param to the moment after the last
 */
public record MovementFilter(
    Set<MovementKind> kinds, @Nullable Instant from, @Nullable Instant to) {

  public MovementFilter {
    kinds = Set.copyOf(kinds);
  }
}
