package org.orderly.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.RoundTrip;
import org.orderly.kernel.UuidV7;
import org.orderly.messaging.ForDomain;
import org.orderly.messaging.Outbox;

/** Promises stock to orders, inside the checkout's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class StockReservations {

  private final StockItems items;
  private final LockedStock locked;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  StockReservations(
      StockItems items,
      InventoryDatabase database,
      @ForDomain(InventoryDatabase.NAME) Outbox outbox,
      Clock clock) {
    this.items = items;
    this.locked = new LockedStock(database.dataSource());
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Reserves every line or none. The rows stay locked until the checkout ends, so it is called
   * last.
   *
   * @param lines each product at most once
   * @throws InsufficientStock naming each product that is short and how much there is
   * @throws QuantityTooFine if a quantity has more decimals than its product
   */
  public void reserve(OrderId orderId, List<ReservationLine> lines) {
    Map<ProductId, StockItem> stock = byProduct(locked.of(lines));
    refuseShortages(lines, stock);
    Instant now = clock.instant();
    RoundTrip writes = new RoundTrip();
    locked.reserve(writes, orderId, lines, now);
    for (ReservationLine line : lines) {
      StockItem item = stock.get(line.productId());
      if (item.reserve(item.fitting(line.quantity()))) {
        outbox.append(writes, StockRanLow.of(item.level(), UuidV7.next(), now));
      }
    }
    locked.run(writes);
  }

  /**
   * Looks, without locking or reserving, whether there is enough at this moment.
   *
   * @throws InsufficientStock naming each product that is short and how much there is
   */
  @Transactional(Transactional.TxType.REQUIRED)
  public void requireAvailable(List<ReservationLine> lines) {
    refuseShortages(lines, byProduct(items.of(productsOf(lines))));
  }

  private static List<ProductId> productsOf(List<ReservationLine> lines) {
    return lines.stream().map(ReservationLine::productId).toList();
  }

  private static Map<ProductId, StockItem> byProduct(List<StockItem> found) {
    return found.stream().collect(Collectors.toMap(StockItem::productId, Function.identity()));
  }

  private static void refuseShortages(
      List<ReservationLine> lines, Map<ProductId, StockItem> stock) {
    List<InsufficientStock.Shortage> shortages = new ArrayList<>();
    for (ReservationLine line : lines) {
      StockItem item = stock.get(line.productId());
      if (item == null || !item.has(line.quantity())) {
        Quantity available = item == null ? Quantity.ZERO : item.available();
        shortages.add(new InsufficientStock.Shortage(line.productId(), line.quantity(), available));
      }
    }
    if (!shortages.isEmpty()) {
      throw new InsufficientStock(shortages);
    }
  }
}
