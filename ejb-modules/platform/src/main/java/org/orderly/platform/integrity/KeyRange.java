package org.orderly.platform.integrity;

import java.util.UUID;

/**
 * A part of a table by its key.
 *
 * @param above the key before the first one, a UUID or a long
 * @param upTo the last key
 */
public record KeyRange(Object above, Object upTo) {

  /** A range of a single key. */
  public static KeyRange only(UUID key) {
    long low = key.getLeastSignificantBits();
    long high = key.getMostSignificantBits();
    return new KeyRange(new UUID(low == 0 ? high - 1 : high, low - 1), key);
  }

  /** A range of a single key. */
  public static KeyRange only(long key) {
    return new KeyRange(key - 1, key);
  }
}
