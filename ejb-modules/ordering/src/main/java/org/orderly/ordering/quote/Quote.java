package org.orderly.ordering.quote;

import java.util.List;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/**
 * The current price and availability of items; nothing is reserved.
 *
 * @param adjustments of the whole order
 * @param total the sum of the lines' totals and of all adjustments
 * @param available whether every line is available
 */
public record Quote(
    List<Line> items, List<Adjustment> adjustments, Money total, boolean available) {

  /**
   * A priced line with its availability.
   *
   * @param lineTotal unit price times quantity, rounded half up to the minor unit
   * @param adjustments of this line
   * @param inStock the available quantity
   * @param available whether it covers the quantity
   */
  public record Line(
      ProductId productId,
      String sku,
      String name,
      Quantity quantity,
      Money unitPrice,
      Money lineTotal,
      List<Adjustment> adjustments,
      Quantity inStock,
      boolean available) {

    static Line of(OrderLine line, Quantity inStock) {
      return new Line(
          line.productId(),
          line.sku(),
          line.name(),
          line.quantity(),
          line.unitPrice(),
          line.lineTotal(),
          line.adjustments(),
          inStock,
          inStock.compareTo(line.quantity()) >= 0);
    }
  }

  public Quote {
    items = List.copyOf(items);
  }
}
