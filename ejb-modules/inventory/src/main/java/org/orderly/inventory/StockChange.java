package org.orderly.inventory;

import java.math.BigDecimal;
import java.util.List;
import org.orderly.kernel.ProductId;
import org.orderly.platform.persistence.SqlBatch;

/**
 * A change of what is reserved of a product at a stock location.
 *
 * @param by how much more (positive) or less (negative)
 */
record StockChange(ProductId productId, StockLocationId location, BigDecimal by) {

  static Object products(List<StockChange> changes) {
    return SqlBatch.column(
        "uuid", changes.stream().map(change -> change.productId().value()).toList());
  }

  static Object locations(List<StockChange> changes) {
    return SqlBatch.column(
        "int4", changes.stream().map(change -> change.location().value()).toList());
  }

  static Object amounts(List<StockChange> changes) {
    return SqlBatch.column("numeric", changes.stream().map(StockChange::by).toList());
  }
}
