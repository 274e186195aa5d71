package org.orderly.catalog;

import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;

/**
 * An offer: what a product costs at this moment.
 *
 * @param unitPrice for one unit, of which {@code quantityScale} decimals can be bought
 * @param vendor whose product it is; {@code null} for the shop itself
 */
public record Offer(
    ProductId id,
    String sku,
    String name,
    Money unitPrice,
    int quantityScale,
    @Nullable UserId vendor) {

  /** The price of a quantity, rounded half up to the minor unit, as an order line is. */
  public Money priceOf(Quantity quantity) {
    return unitPrice.times(quantity, RoundingMode.HALF_UP);
  }

  /**
   * @throws FractionNotSold if the quantity has more decimals than the product is sold in
   */
  public void requireSold(Quantity quantity) {
    if (!quantity.fits(quantityScale)) {
      throw new FractionNotSold(this);
    }
  }
}
