package org.orderly.inventory;

import java.util.Map;
import org.orderly.kernel.DomainException;

/** An adjustment would leave less stock than is reserved. */
public final class StockBelowReserved extends DomainException {

  private static final long serialVersionUID = 1L;

  StockBelowReserved(StockLevel level) {
    super(
        Kind.CONFLICT,
        "stock-below-reserved",
        "orders were promised " + level.reserved() + " of the " + level.onHand() + " on hand",
        Map.of("onHand", level.onHand(), "reserved", level.reserved()));
  }
}
