package org.orderly.inventory.adjustment;

import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;

/** The bounds of a reason that people give. */
public final class StockReason {

  private static final int MAX_LENGTH = 200;

  private StockReason() {}

  /**
   * @throws InvalidValue unless it has 1 to 200 characters, not all of them blank
   */
  public static void require(@Nullable String reason) {
    if (reason == null || reason.isBlank() || reason.length() > MAX_LENGTH) {
      throw new InvalidValue("reason", "must have 1 to " + MAX_LENGTH + " characters");
    }
  }
}
