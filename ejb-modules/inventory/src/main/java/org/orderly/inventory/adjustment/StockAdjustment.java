package org.orderly.inventory.adjustment;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderly.inventory.MovementKind;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/**
 * A change of the stock on hand.
 *
 * @param quantity positive for goods that came, negative for goods that went; never zero
 * @param kind {@code RECEIPT} for goods that came, {@code SHRINKAGE} for goods that are lost,
 *     {@code ADJUSTMENT} for either
 * @param reason why, for people; 1 to 200 characters
 * @param expectedOnHand what the caller saw: with another quantity on hand nothing is changed;
 *     {@code null} for any
 */
public record StockAdjustment(
    ProductId productId,
    BigDecimal quantity,
    MovementKind kind,
    String reason,
    @Nullable Quantity expectedOnHand) {

  private static final Set<MovementKind> KINDS =
      EnumSet.of(MovementKind.RECEIPT, MovementKind.SHRINKAGE, MovementKind.ADJUSTMENT);

  public StockAdjustment {
    Objects.requireNonNull(productId, "product");
    quantity = Quantity.canonical(quantity);
    if (quantity.signum() == 0) {
      throw new InvalidValue("quantity", "is zero");
    }
    if (!KINDS.contains(kind)) {
      throw new InvalidValue("kind", "must be RECEIPT, SHRINKAGE or ADJUSTMENT");
    }
    if (kind == MovementKind.RECEIPT && quantity.signum() < 0) {
      throw new InvalidValue("quantity", "must be positive for goods that came (RECEIPT)");
    }
    if (kind == MovementKind.SHRINKAGE && quantity.signum() > 0) {
      throw new InvalidValue("quantity", "must be negative for goods that are lost (SHRINKAGE)");
    }
    StockReason.require(reason);
  }

  /** A correction of whatever there is. */
  public StockAdjustment(ProductId productId, BigDecimal quantity, String reason) {
    this(productId, quantity, MovementKind.ADJUSTMENT, reason, null);
  }
}
