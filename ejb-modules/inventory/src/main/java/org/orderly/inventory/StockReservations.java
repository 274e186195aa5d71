package org.orderly.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/**
 * Reserves stock for orders, and ships or releases it, inside the transactions of ordering. Stock
 * rows stay locked until the transaction ends, so each method is called last.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class StockReservations {

  /** Where orders are served from, and where returned goods go. */
  private static final StockLocationId LOCATION = StockLocationId.MAIN;

  private final StockItemRepository items;
  private final StockMovements movements;
  private final LockedStockRepository locked;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  StockReservations(
      StockItemRepository items,
      StockMovements movements,
      @Domain(InventoryDatabase.DOMAIN) DomainDatabase database,
      @Domain(InventoryDatabase.DOMAIN) Outbox outbox,
      Clock clock) {
    this.items = items;
    this.movements = movements;
    this.locked = new LockedStockRepository(database);
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Locks the stock of products until the transaction ends, always in the order of their ids.
   *
   * <p>Orders reserve from it in memory, one after the other; {@link #write} then writes what they
   * have reserved.
   */
  public LockedStock lock(Collection<ProductId> products) {
    return new LockedStock(locked.of(LOCATION, products), clock.instant());
  }

  /** Writes what was reserved: four statements at most, however many orders there are. */
  public void write(LockedStock stock) {
    SqlBatch writes = new SqlBatch();
    LockedStockRepository.reserve(writes, stock);
    outbox.append(writes, stock.events());
    locked.run(writes);
  }

  /**
   * Gives up whatever the order was promised and has not been shipped; nothing if that is nothing.
   */
  public void release(OrderId orderId) {
    Reservations reservations = locked(orderId, List.of());
    Instant now = clock.instant();
    List<DomainEvent> events = reservations.apply(reservations.releases(), now);
    SqlBatch writes = new SqlBatch();
    ReservationRepository.release(writes, reservations, now);
    outbox.append(writes, events);
    locked.run(writes);
  }

  /**
   * Promises an order what it wants now instead of what it wanted before: all of it or nothing.
   *
   * @param wanted each product at most once; counts what has been shipped of it
   * @throws NothingReserved if nothing is promised to the order any more
   * @throws InsufficientStock naming each product that is short and how much the order could have
   * @throws AlreadyShipped if more of a product has been shipped than is wanted
   * @throws QuantityTooFine if a quantity has more decimals than its product
   */
  public void change(OrderId orderId, List<ProductQuantity> wanted) {
    Reservations reservations = locked(orderId, wanted);
    reservations.requireLive();
    List<ReservationDelta.Change> changes = ReservationDelta.of(reservations, wanted);
    if (changes.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    List<DomainEvent> events = reservations.apply(changes, now);
    SqlBatch writes = new SqlBatch();
    ReservationRepository.change(writes, reservations, changes, now);
    outbox.append(writes, events);
    locked.run(writes);
  }

  /**
   * Ships goods that are reserved for the order.
   *
   * @param shipment what the movements refer to; a product leaves with it once
   * @param lines each product at most once
   * @throws NothingReserved if less of a product is promised to the order
   */
  public void ship(OrderId orderId, UUID shipment, List<ProductQuantity> lines) {
    Reservations reservations = locked(orderId, lines);
    reservations.requireLive();
    List<StockLine> shipped = new ArrayList<>();
    for (ProductQuantity line : lines) {
      Reservations.Line reservation = reservations.promise(line.productId());
      if (reservation.live().compareTo(line.quantity()) < 0) {
        throw new NothingReserved(line.productId(), line.quantity(), reservation.live());
      }
      reservations.reserved(line.productId()).ship(line.quantity());
      shipped.add(new StockLine(line.productId(), reservation.location(), line.quantity()));
    }
    SqlBatch writes = new SqlBatch();
    ReservationRepository.ship(writes, orderId, shipment, shipped, clock.instant());
    locked.run(writes);
  }

  /**
   * Puts goods that came back among those that can be sold.
   *
   * @param returnId what the movements refer to
   * @param lines each product at most once
   * @throws NoStockKept if a product was never opened
   */
  public void restock(UUID returnId, List<ProductQuantity> lines) {
    MovableStock stock = movements.lock(LOCATION, productsOf(lines));
    for (ProductQuantity line : lines) {
      stock.move(
          line.productId(), MovementKind.RETURN, line.quantity().value(), "returned", returnId);
    }
    movements.write(stock, List.of());
  }

  /**
   * Notes goods that came back and cannot be sold again.
   *
   * @param returnId what the movements refer to
   * @param lines each product at most once, of products that stock is kept of
   */
  public void writeOff(UUID returnId, List<ProductQuantity> lines) {
    SqlBatch writes = new SqlBatch();
    ReservationRepository.writeOff(
        writes, returnId, StockLine.at(LOCATION, lines), clock.instant());
    locked.run(writes);
  }

  /**
   * Looks, without locking or reserving, whether there is enough at this moment.
   *
   * @throws InsufficientStock naming each product that is short and how much there is
   */
  @Transactional(Transactional.TxType.REQUIRED)
  public void requireAvailable(List<ProductQuantity> lines) {
    new LockedStock(items.of(LOCATION, productsOf(lines)), clock.instant()).requireAvailable(lines);
  }

  /** What there is of each product that stock is kept of, reserved or not. */
  public Map<ProductId, Quantity> onHand(List<ProductId> products) {
    return items.of(LOCATION, products).stream()
        .map(StockItem::level)
        .collect(Collectors.toMap(StockLevel::productId, StockLevel::onHand));
  }

  private Reservations locked(OrderId orderId, List<ProductQuantity> lines) {
    SqlBatch opening = new SqlBatch();
    Reservations reservations = ReservationRepository.lock(opening, orderId, lines);
    locked.run(opening);
    return reservations;
  }

  private static List<ProductId> productsOf(List<ProductQuantity> lines) {
    return lines.stream().map(ProductQuantity::productId).toList();
  }
}
