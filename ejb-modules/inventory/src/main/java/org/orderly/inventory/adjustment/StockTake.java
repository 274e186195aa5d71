package org.orderly.inventory.adjustment;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/**
 * What a count found.
 *
 * @param location code of the location; {@code null} for the main one
 * @param items 1 to 200, each of another product
 * @param reason for people; 1 to 200 characters
 */
public record StockTake(@Nullable String location, List<CountedItem> items, String reason) {

  public StockTake {
    items = StockLines.require(items, CountedItem::productId);
    StockReason.require(reason);
  }

  /**
   * A product that was counted.
   *
   * @param counted how much there really is, reserved or not
   * @param expectedOnHand what the caller saw: with another quantity on hand nothing is changed;
   *     {@code null} for any
   */
  public record CountedItem(
      ProductId productId, Quantity counted, @Nullable Quantity expectedOnHand) {

    public CountedItem {
      Objects.requireNonNull(productId, "product");
      if (counted == null) {
        throw new InvalidValue("counted", "must not be empty");
      }
    }
  }
}
