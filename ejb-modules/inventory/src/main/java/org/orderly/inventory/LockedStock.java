package org.orderly.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;

/**
 * Stock rows as they were locked, less what orders of the same transaction have reserved from them.
 */
public final class LockedStock {

  /** A line that was reserved for an order. */
  record Reserved(OrderId order, StockLine line) {}

  private final Map<ProductId, StockItem> items;
  private final Instant now;
  private final List<Reserved> reserved = new ArrayList<>();
  private final StockEvents events;

  LockedStock(List<StockItem> items, Instant now) {
    this.items =
        items.stream().collect(Collectors.toMap(StockItem::productId, Function.identity()));
    this.now = now;
    this.events = new StockEvents(now);
  }

  /**
   * Refuses lines that cannot be reserved, and changes nothing.
   *
   * @param lines each product at most once
   * @throws InsufficientStock naming each product that is short and how much there is
   * @throws QuantityTooFine if a quantity has more decimals than its product
   */
  public void requireAvailable(List<ProductQuantity> lines) {
    List<InsufficientStock.Shortage> shortages = new ArrayList<>();
    for (ProductQuantity line : lines) {
      StockItem item = items.get(line.productId());
      if (item == null || !item.has(line.quantity())) {
        Quantity available = item == null ? Quantity.ZERO : item.available();
        shortages.add(new InsufficientStock.Shortage(line.productId(), line.quantity(), available));
      }
    }
    if (!shortages.isEmpty()) {
      throw new InsufficientStock(shortages);
    }
    lines.forEach(line -> item(line).fitting(line.quantity()));
  }

  /**
   * Reserves every line for an order.
   *
   * @param lines as {@link #requireAvailable} has found them
   */
  public void reserve(OrderId order, List<ProductQuantity> lines) {
    for (ProductQuantity line : lines) {
      StockItem item = item(line);
      events.during(item, () -> item.reserve(line.quantity()));
      reserved.add(
          new Reserved(order, new StockLine(line.productId(), item.location(), line.quantity())));
    }
  }

  private StockItem item(ProductQuantity line) {
    return Objects.requireNonNull(items.get(line.productId()), "no stock row is locked");
  }

  /** What there is of a product, reserved or not; zero if no stock is kept of it. */
  public Quantity onHand(ProductId product) {
    StockItem item = items.get(product);
    return item == null ? Quantity.ZERO : item.onHand();
  }

  Instant now() {
    return now;
  }

  List<Reserved> reserved() {
    return reserved;
  }

  List<DomainEvent> events() {
    return events.all();
  }

  /** The alert state of each line's stock, in the order of the lines. */
  List<String> alerts(List<StockLine> lines) {
    return lines.stream()
        .map(line -> Objects.requireNonNull(items.get(line.productId())).alert().name())
        .toList();
  }

  /** The sum of what was reserved of each row. */
  List<StockLine> sums() {
    Map<ProductId, StockLine> sums = new LinkedHashMap<>();
    reserved.forEach(one -> sums.merge(one.line().productId(), one.line(), StockLine::plus));
    return List.copyOf(sums.values());
  }
}
