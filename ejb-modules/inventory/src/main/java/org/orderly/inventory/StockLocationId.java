package org.orderly.inventory;

import org.orderly.kernel.InvalidValue;

/**
 * Identifies a stock location: a warehouse or a shop that keeps stock. A number and no UUID, since
 * a shop has few of them and every row of stock and reservations has one in its key.
 */
public record StockLocationId(int value) {

  /** The location that every database has; all stock is there for now. */
  public static final StockLocationId MAIN = new StockLocationId(1);

  public StockLocationId {
    if (value < 1) {
      throw new InvalidValue("location", "must be positive");
    }
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
