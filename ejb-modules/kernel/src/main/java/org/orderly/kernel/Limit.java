package org.orderly.kernel;

import org.jspecify.annotations.Nullable;

/** How many items a page may hold: 1 to 100. */
public record Limit(int value) {

  public static final int MAX = 100;
  public static final int DEFAULT = 20;

  public Limit {
    if (value < 1 || value > MAX) {
      throw new InvalidValue("limit", "must be between 1 and " + MAX);
    }
  }

  /** The limit asked for, or the default for {@code null}. */
  public static Limit of(@Nullable Integer asked) {
    return new Limit(asked == null ? DEFAULT : asked);
  }

  /** One row more than the page holds tells whether another page follows. */
  public int withLookahead() {
    return value + 1;
  }
}
