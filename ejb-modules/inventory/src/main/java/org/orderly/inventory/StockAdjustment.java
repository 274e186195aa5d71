package org.orderly.inventory;

import java.math.BigDecimal;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/**
 * A change of the stock on hand.
 *
 * @param quantity positive for goods that came, negative for goods that went; never zero
 * @param reason why, for people; 1 to 200 characters
 */
public record StockAdjustment(ProductId productId, BigDecimal quantity, String reason) {

  public StockAdjustment {
    quantity = Quantity.canonical(quantity);
    if (quantity.signum() == 0) {
      throw new InvalidValue("quantity", "is zero");
    }
    if (reason == null || reason.isBlank() || reason.length() > 200) {
      throw new InvalidValue("reason", "must have 1 to 200 characters");
    }
  }
}
