package org.orderly.payment.dispute;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;

/** How far a dispute has come. */
public enum DisputeStatus {
  /** The bank has taken the money; the shop may show evidence. */
  OPEN,
  /** The money has come back. */
  WON,
  /** The bank keeps it. */
  LOST;

  public Set<DisputeStatus> successors() {
    return this == OPEN ? EnumSet.of(WON, LOST) : EnumSet.noneOf(DisputeStatus.class);
  }

  /**
   * Reads the name of a status, in either case.
   *
   * @return {@code null} for no text
   * @throws InvalidValue for any other text
   */
  public static @Nullable DisputeStatus of(@Nullable String text) {
    try {
      return text == null ? null : valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("status", "is none that a dispute can have");
    }
  }
}
