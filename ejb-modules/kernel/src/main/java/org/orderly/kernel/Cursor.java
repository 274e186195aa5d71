package org.orderly.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** An opaque position in a list: the sort keys of the last item shown. */
public final class Cursor {

  private static final String SEPARATOR = "\u001f";
  private static final int MAX_LENGTH = 512;

  private Cursor() {}

  public static String encode(String... keys) {
    byte[] joined = String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(joined);
  }

  /**
   * The sort keys in a cursor that {@link #encode} made.
   *
   * @throws InvalidValue if the text is not such a cursor, or has another number of keys
   */
  public static List<String> decode(String cursor, int keys) {
    if (cursor.length() <= MAX_LENGTH) {
      try {
        byte[] joined = Base64.getUrlDecoder().decode(cursor);
        String[] parts = new String(joined, StandardCharsets.UTF_8).split(SEPARATOR, -1);
        if (parts.length == keys) {
          return List.of(parts);
        }
      } catch (IllegalArgumentException e) {
        // answered below: to the client every unreadable cursor is the same mistake
      }
    }
    throw new InvalidValue("cursor", "is not one that this list returned");
  }
}
