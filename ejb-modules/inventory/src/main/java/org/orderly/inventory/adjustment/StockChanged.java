package org.orderly.inventory.adjustment;

import java.util.Map;
import org.orderly.inventory.StockLevel;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.Quantity;

/** There is another quantity on hand than the caller saw. */
public final class StockChanged extends DomainException {

  private static final long serialVersionUID = 1L;

  StockChanged(StockLevel level, Quantity expected) {
    super(
        Kind.CONFLICT,
        "stock-changed",
        "there are " + level.onHand() + " on hand, not " + expected + " as expected",
        Map.of("onHand", level.onHand(), "expectedOnHand", expected));
  }
}
