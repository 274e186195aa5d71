package org.orderly.inventory.transfer;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;

/** Where the goods of a transfer are. */
public enum StockTransferStatus {
  /** They have left the source, and nothing of them is on hand anywhere. */
  IN_TRANSIT,
  /** They are at the target. */
  RECEIVED,
  /** They are back at the source. */
  CANCELLED;

  /**
   * Reads the name of a status, in either case.
   *
   * @return {@code null} for no text
   * @throws InvalidValue for any other text
   */
  public static @Nullable StockTransferStatus of(@Nullable String text) {
    try {
      return text == null ? null : valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("status", "is not a status of a transfer");
    }
  }
}
