package org.orderly.inventory;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;

/** The kind of a stock movement. */
public enum MovementKind {
  /** Goods came in, also those that were there when the product was listed. */
  RECEIPT,
  /** Reserved goods left with a shipment, which is the reference. */
  SALE,
  /** Goods came back with a return, which is the reference. */
  RETURN,
  /** A correction. */
  ADJUSTMENT,
  /** Goods left for another location or came from one; the transfer is the reference. */
  TRANSFER,
  /** Goods were lost, broken or written off; those of a return have it as the reference. */
  SHRINKAGE,
  /** The difference that a count found; the stock-take is the reference. */
  STOCK_TAKE,
  /** Goods were reserved for an order, which is the reference; they stay on hand. */
  RESERVATION,
  /** A reservation was released; the order is the reference. */
  RELEASE;

  /**
   * Reads the name of a kind, in either case.
   *
   * @return {@code null} for no text
   * @throws InvalidValue for any other text
   */
  public static @Nullable MovementKind of(@Nullable String text) {
    try {
      return text == null ? null : valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("kind", "is not a kind of stock movement");
    }
  }
}
