package org.orderly.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.orderly.inventory.alert.AlertState;
import org.orderly.inventory.alert.ProductBackInStock;
import org.orderly.inventory.alert.StockDepleted;
import org.orderly.inventory.alert.StockReplenished;
import org.orderly.inventory.alert.StockRunningLow;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.UuidV7;

/** The events that changes of availability cause within one transaction, in their order. */
final class StockEvents {

  private final Instant now;
  private final List<DomainEvent> events = new ArrayList<>();

  StockEvents(Instant now) {
    this.now = now;
  }

  /**
   * Runs a change of an item's stock and adds the events that it causes. What lies elsewhere than
   * at the main location, from which orders are served, causes none.
   */
  void during(StockItem item, Runnable change) {
    if (!item.location().equals(StockLocationId.MAIN)) {
      change.run();
      return;
    }
    boolean none = item.available().isZero();
    AlertState before = item.alert();
    change.run();
    AlertState state = item.trackAlert();
    if (state != before) {
      events.add(alert(item.level(), state));
    }
    if (none && !item.available().isZero()) {
      events.add(new ProductBackInStock(UuidV7.next(), now, item.productId(), item.available()));
    }
  }

  private DomainEvent alert(StockLevel level, AlertState state) {
    return switch (state) {
      case LOW ->
          new StockRunningLow(
              UuidV7.next(), now, level.productId(), level.available(), level.requireThreshold());
      case DEPLETED ->
          new StockDepleted(UuidV7.next(), now, level.productId(), level.lowStockThreshold());
      case NORMAL ->
          new StockReplenished(
              UuidV7.next(), now, level.productId(), level.available(), level.lowStockThreshold());
    };
  }

  List<DomainEvent> all() {
    return events;
  }
}
