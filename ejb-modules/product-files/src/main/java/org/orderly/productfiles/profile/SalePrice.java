package org.orderly.productfiles.profile;

import org.jspecify.annotations.Nullable;
import org.orderly.productfiles.product.Cells;
import org.orderly.productfiles.value.PriceText;
import org.orderly.productfiles.value.PriceText.Price;
import org.orderly.productfiles.value.UnusableValue;

/** Chooses between the two prices of a file: products here have one. */
final class SalePrice {

  private final PriceText prices;

  SalePrice(PriceText prices) {
    this.prices = prices;
  }

  /**
   * The sale price if there is one and it is the lower one, else the regular price.
   *
   * @param sale {@code null} if there is none, or if it does not count today
   */
  Price lower(@Nullable String regular, @Nullable String sale, Cells cells) {
    if (regular == null && sale == null) {
      throw new UnusableValue("price is missing");
    }
    if (sale == null) {
      return prices.read(String.valueOf(regular), null);
    }
    Price reduced = prices.read(sale, null);
    if (regular == null) {
      return reduced;
    }
    Price usual = prices.read(regular, null);
    if (!usual.currency().equals(reduced.currency())) {
      throw new UnusableValue("price and sale price have different currencies");
    }
    if (reduced.amount().signum() <= 0 || reduced.amount().compareTo(usual.amount()) >= 0) {
      return usual;
    }
    cells.remark("the sale price is the price; the regular price is not kept");
    return reduced;
  }
}
