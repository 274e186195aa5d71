package org.orderly.kernel;

import java.util.List;

/**
 * One page of a list.
 *
 * @param nextCursor where the next page begins; {@code null} on the last one
 */
public record Page<T>(List<T> items, String nextCursor) {

  public Page {
    items = List.copyOf(items);
  }
}
