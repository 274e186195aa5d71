package org.orderly.inventory;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderly.inventory.MovementRepository.Movement;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.ProductId;

/**
 * Stock rows of one location that are locked until the transaction ends, and the movements of goods
 * that were made with them in memory. {@link StockMovements#write} writes both.
 */
public final class MovableStock {

  private final StockLocationId location;
  private final Map<ProductId, StockItem> items;
  private final Instant now;
  private final Map<ProductId, BigDecimal> changes = new LinkedHashMap<>();
  private final List<Movement> movements = new ArrayList<>();
  private final StockEvents events;

  MovableStock(StockLocationId location, List<StockItem> items, Instant now) {
    this.location = location;
    this.items =
        items.stream().collect(Collectors.toMap(StockItem::productId, Function.identity()));
    this.now = now;
    this.events = new StockEvents(now);
  }

  /**
   * How much there is, with all movements so far.
   *
   * @throws NoStockKept if the product was never opened at the location
   */
  public StockLevel level(ProductId product) {
    return item(product).level();
  }

  /**
   * Moves goods in (positive) or out (negative); changes nothing if it is refused.
   *
   * @param change never zero
   * @param reference the document that the movement belongs to
   * @throws NoStockKept if the product was never opened at the location
   * @throws StockBelowReserved if less would remain than is reserved for orders
   * @throws QuantityTooFine if the change has more decimals than the product
   */
  public StockLevel move(
      ProductId product,
      MovementKind kind,
      BigDecimal change,
      String reason,
      @Nullable UUID reference) {
    StockItem item = item(product);
    events.during(item, () -> item.adjust(change));
    changes.merge(product, change, BigDecimal::add);
    movements.add(Movement.of(item, kind, change, reason, reference));
    return item.level();
  }

  private StockItem item(ProductId product) {
    StockItem item = items.get(product);
    if (item == null) {
      throw new NoStockKept(product);
    }
    return item;
  }

  StockLocationId location() {
    return location;
  }

  Instant now() {
    return now;
  }

  /** The sum of the changes of each row. */
  Map<ProductId, BigDecimal> changes() {
    return changes;
  }

  List<Movement> movements() {
    return movements;
  }

  List<DomainEvent> events() {
    return events.all();
  }

  /** The alert state of each row that was changed. */
  List<String> alerts() {
    return changes.keySet().stream().map(product -> item(product).alert().name()).toList();
  }
}
