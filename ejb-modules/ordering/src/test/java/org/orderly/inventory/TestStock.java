package org.orderly.inventory;

import java.time.Instant;
import java.util.Map;
import org.orderly.inventory.alert.AlertState;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/** Locked stock without a database. */
public final class TestStock {

  private TestStock() {}

  public static LockedStock locked(
      Map<ProductId, Integer> onHand, Map<ProductId, Integer> reserved, Instant now) {
    return new LockedStock(
        onHand.keySet().stream()
            .map(
                product ->
                    StockItem.stored(
                        product,
                        StockLocationId.MAIN,
                        0,
                        Quantity.of(onHand.get(product)),
                        Quantity.of(reserved.getOrDefault(product, 0)),
                        null,
                        AlertState.NORMAL))
            .toList(),
        now);
  }
}
