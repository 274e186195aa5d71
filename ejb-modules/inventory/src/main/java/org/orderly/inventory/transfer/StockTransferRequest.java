package org.orderly.inventory.transfer;

import java.util.List;
import java.util.Objects;
import org.orderly.inventory.adjustment.StockLines;
import org.orderly.inventory.adjustment.StockReason;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.ProductQuantity;

/**
 * Goods to be sent from one location to another.
 *
 * @param from code of the location that they leave
 * @param to code of another location
 * @param items 1 to 200, each of another product
 * @param reason for people; 1 to 200 characters
 */
public record StockTransferRequest(
    String from, String to, List<ProductQuantity> items, String reason) {

  public StockTransferRequest {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    if (from.equals(to)) {
      throw new InvalidValue("to", "must be another location than the goods come from");
    }
    items = StockLines.require(items, ProductQuantity::productId);
    StockReason.require(reason);
  }
}
