package org.orderly.ordering.fulfilment;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.orderly.kernel.Cursor;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.kernel.UuidV7;

/** Where a list goes on that is sorted by ids, which tell when they were made. */
public record IdCursor(UUID value) {

  private static final UUID FIRST = new UUID(0, 0);
  private static final UUID LAST = new UUID(-1L, -1L);

  /**
   * For a list with the oldest first.
   *
   * @throws InvalidValue if the cursor is not from such a list
   */
  public static IdCursor ascending(String cursor) {
    return new IdCursor(cursor == null ? FIRST : decoded(cursor));
  }

  /**
   * For a list with the newest first.
   *
   * @throws InvalidValue if the cursor is not from such a list
   */
  public static IdCursor descending(String cursor) {
    return new IdCursor(cursor == null ? LAST : decoded(cursor));
  }

  private static UUID decoded(String cursor) {
    try {
      return UuidV7.parse(Cursor.decode(cursor, 1).get(0));
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("cursor", "is not one that this list returned");
    }
  }

  /**
   * @param found one more than the page holds, if there are more
   */
  public static <T, V> Page<V> page(
      List<T> found, Limit limit, Function<T, UUID> id, Function<T, V> view) {
    boolean more = found.size() > limit.value();
    List<T> shown = more ? found.subList(0, limit.value()) : found;
    String next = more ? Cursor.encode(id.apply(shown.get(limit.value() - 1)).toString()) : null;
    return new Page<>(shown.stream().map(view).toList(), next);
  }
}
