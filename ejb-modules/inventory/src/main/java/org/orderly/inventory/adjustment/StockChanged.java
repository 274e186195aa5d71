package org.orderly.inventory.adjustment;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderly.inventory.StockLevel;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.Quantity;

/** There is another quantity on hand than the caller saw. */
public final class StockChanged extends DomainException {

  private static final long serialVersionUID = 1L;

  private StockChanged(StockLevel level, Quantity expected) {
    super(
        Kind.CONFLICT,
        "stock-changed",
        "there are " + level.onHand() + " on hand, not " + expected + " as expected",
        Map.of("onHand", level.onHand(), "expectedOnHand", expected));
  }

  /**
   * @param expected what the caller saw; {@code null} if that does not matter
   * @throws StockChanged if another quantity is on hand
   */
  static void requireUnchanged(StockLevel level, @Nullable Quantity expected) {
    if (expected != null && !expected.equals(level.onHand())) {
      throw new StockChanged(level, expected);
    }
  }
}
