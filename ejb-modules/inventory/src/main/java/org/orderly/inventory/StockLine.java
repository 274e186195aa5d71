package org.orderly.inventory;

import java.util.List;
import java.util.Objects;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.platform.persistence.SqlBatch;

/** A quantity of a product at a stock location. */
record StockLine(ProductId productId, StockLocationId location, Quantity quantity) {

  StockLine {
    Objects.requireNonNull(productId, "product");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(quantity, "quantity");
  }

  /** The lines at one location. */
  static List<StockLine> at(StockLocationId location, List<ProductQuantity> lines) {
    return lines.stream()
        .map(line -> new StockLine(line.productId(), location, line.quantity()))
        .toList();
  }

  /** Both quantities of the same product at the same location. */
  StockLine plus(StockLine other) {
    return new StockLine(productId, location, quantity.plus(other.quantity));
  }

  static Object products(List<StockLine> lines) {
    return SqlBatch.column("uuid", lines.stream().map(line -> line.productId().value()).toList());
  }

  static Object locations(List<StockLine> lines) {
    return SqlBatch.column("int4", lines.stream().map(line -> line.location().value()).toList());
  }

  static Object quantities(List<StockLine> lines) {
    return SqlBatch.column("numeric", lines.stream().map(line -> line.quantity().value()).toList());
  }
}
