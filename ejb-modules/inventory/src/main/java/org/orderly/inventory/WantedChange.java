package org.orderly.inventory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/** By how much more or less an order has to be promised so that it gets what it wants now. */
final class WantedChange {

  private final PromisedStock held;
  private final Map<ProductId, BigDecimal> changes = new LinkedHashMap<>();
  private final List<InsufficientStock.Shortage> shortages = new ArrayList<>();

  private WantedChange(PromisedStock held) {
    this.held = held;
  }

  /** Without the products that stay as they are. */
  static Map<ProductId, BigDecimal> of(PromisedStock held, List<ReservationLine> wanted) {
    WantedChange change = new WantedChange(held);
    Map<ProductId, Quantity> quantities = new LinkedHashMap<>();
    wanted.forEach(line -> quantities.put(line.productId(), line.quantity()));
    held.promises().forEach(promise -> quantities.putIfAbsent(promise.productId(), Quantity.ZERO));
    quantities.forEach(change::add);
    if (!change.shortages.isEmpty()) {
      throw new InsufficientStock(change.shortages);
    }
    return change.changes;
  }

  private void add(ProductId product, Quantity wanted) {
    Promise promise = held.promise(product);
    if (wanted.compareTo(promise.fulfilled()) < 0) {
      throw new AlreadyShipped(product, wanted, promise.fulfilled());
    }
    Quantity kept = promise.live().plus(promise.fulfilled());
    BigDecimal change = wanted.value().subtract(kept.value());
    StockItem item = held.item(product);
    if (change.signum() > 0 && (item == null || !item.has(new Quantity(change)))) {
      Quantity most = item == null ? Quantity.ZERO : item.available().plus(kept);
      shortages.add(new InsufficientStock.Shortage(product, wanted, most));
    } else if (change.signum() != 0) {
      item.fitting(wanted);
      changes.put(product, change);
    }
  }
}
