package org.orderly.inventory.history;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderly.inventory.MovementKind;

/**
 * Which movements are asked for; {@code null} and no kinds for any.
 *
 * @param location code of a stock location
 * @param from the first moment
 * @param to the moment after the last
 */
public record MovementFilter(
    Set<MovementKind> kinds,
    @Nullable String location,
    @Nullable Instant from,
    @Nullable Instant to) {

  /** Every movement. */
  public static final MovementFilter ANY = new MovementFilter(Set.of(), null, null, null);

  public MovementFilter {
    kinds = Set.copyOf(kinds);
  }
}
