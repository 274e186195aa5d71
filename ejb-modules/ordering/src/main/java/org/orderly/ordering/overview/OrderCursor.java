package org.orderly.ordering.overview;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.orderly.kernel.Cursor;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.kernel.UuidV7;
import org.orderly.ordering.OrderSnapshot;

/** Where a list of orders goes on: after the last one shown, by its id, which tells its time. */
final class OrderCursor {

  /** Later than every version 7 id. */
  private static final UUID END_OF_TIME = new UUID(-1L, -1L);

  private OrderCursor() {}

  /**
   * @throws InvalidValue if the cursor is not from such a list
   */
  static UUID position(String cursor) {
    if (cursor == null) {
      return END_OF_TIME;
    }
    try {
      return UuidV7.parse(Cursor.decode(cursor, 1).get(0));
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("cursor", "is not one that this list returned");
    }
  }

  /**
   * @param found one more than the page holds, if there are more
   */
  static <T> Page<T> page(List<OrderSnapshot> found, Limit limit, Function<OrderSnapshot, T> view) {
    boolean more = found.size() > limit.value();
    List<OrderSnapshot> shown = more ? found.subList(0, limit.value()) : found;
    String next = more ? Cursor.encode(shown.get(limit.value() - 1).id().toString()) : null;
    return new Page<>(shown.stream().map(view).toList(), next);
  }
}
