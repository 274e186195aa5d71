package org.orderly.ordering.quote;

import java.util.List;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/**
 * What an order would cost at this moment, and whether it could be filled; promises nothing.
 *
 * @param available whether there is enough of everything
 */
public record Quote(List<Line> items, Money total, boolean available) {

  /**
   * One product.
   *
   * @param lineTotal unit price times quantity, rounded half up to the minor unit
   * @param inStock how much could be bought at most
   * @param available whether that is enough
   */
  public record Line(
      ProductId productId,
      String sku,
      String name,
      Quantity quantity,
      Money unitPrice,
      Money lineTotal,
      Quantity inStock,
      boolean available) {

    static Line of(OrderedLine line, Quantity inStock) {
      return new Line(
          line.productId(),
          line.sku(),
          line.name(),
          line.quantity(),
          line.unitPrice(),
          line.lineTotal(),
          inStock,
          inStock.compareTo(line.quantity()) >= 0);
    }
  }

  public Quote {
    items = List.copyOf(items);
  }
}
