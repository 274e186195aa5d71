package org.orderly.inventory.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Cursor;
import org.orderly.kernel.InvalidValue;

/** The place of a movement in the list: by time, and of the same time by what it belongs to. */
record MovementPosition(Instant at, UUID reference, int location, long id) {

  private static final int KEYS = 4;

  /**
   * @return {@code null} for no cursor
   * @throws InvalidValue if the text is no cursor of such a list
   */
  static @Nullable MovementPosition of(@Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    List<String> keys = Cursor.decode(cursor, KEYS);
    try {
      return new MovementPosition(
          Instant.parse(keys.get(0)),
          UUID.fromString(keys.get(1)),
          Integer.parseInt(keys.get(2)),
          Long.parseLong(keys.get(3)));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new InvalidValue("cursor", "is not one that this list returned");
    }
  }

  String cursor() {
    return Cursor.encode(
        at.toString(), reference.toString(), Integer.toString(location), Long.toString(id));
  }
}
