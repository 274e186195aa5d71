package org.orderly.inventory.adjustment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.orderly.inventory.InventoryDatabase;
import org.orderly.inventory.MovableStock;
import org.orderly.inventory.MovementKind;
import org.orderly.inventory.StockLevel;
import org.orderly.inventory.StockMovements;
import org.orderly.inventory.location.StockLocations;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.events.AuditNote;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.idempotency.IdempotencyKeys;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.platform.persistence.Domain;

/** Books the difference between what was counted and what was on hand, as one movement each. */
@ApplicationScoped
@Transactional
public class StockTakes {

  private final StockLocations locations;
  private final StockMovements stock;
  private final IdempotencyKeys keys;
  private final Clock clock;

  @Inject
  StockTakes(
      StockLocations locations,
      StockMovements stock,
      @Domain(InventoryDatabase.DOMAIN) IdempotencyKeys keys,
      Clock clock) {
    this.locations = locations;
    this.stock = stock;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * A stock-take that is booked.
   *
   * @param id the reference of its movements
   * @param items in the order of its lines
   */
  public record BookedStockTake(UUID id, List<BookedItem> items) {}

  /**
   * A product that was counted.
   *
   * @param expected what was on hand before
   * @param difference counted less expected; no movement if it is zero
   */
  public record BookedItem(
      ProductId productId, Quantity expected, Quantity counted, BigDecimal difference) {}

  /**
   * Books a count, all lines or none, once per request key.
   *
   * @throws StockLinesRefused naming each line that is refused, if there is more than one; else the
   *     refusal of the only line: {@link org.orderly.inventory.NoStockKept}, {@link
   *     org.orderly.inventory.StockBelowReserved}, {@link org.orderly.inventory.QuantityTooFine} or
   *     {@link StockChanged}
   */
  public IdempotentResult<BookedStockTake> book(StockTake count, IdempotencyKey request) {
    return keys.once(request, BookedStockTake.class, () -> apply(count));
  }

  private BookedStockTake apply(StockTake count) {
    UUID id = UuidV7.next();
    List<ProductId> products =
        count.items().stream().map(StockTake.CountedItem::productId).toList();
    MovableStock locked = stock.open(locations.require(count.location()), products);
    List<AuditNote> notes = new ArrayList<>();
    List<BookedItem> booked =
        StockLines.run(
            count.items(),
            StockTake.CountedItem::productId,
            item -> apply(item, id, count.reason(), locked, notes));
    stock.write(locked, notes);
    return new BookedStockTake(id, booked);
  }

  private BookedItem apply(
      StockTake.CountedItem item,
      UUID id,
      String reason,
      MovableStock locked,
      List<AuditNote> notes) {
    StockLevel before = locked.level(item.productId());
    StockChanged.requireUnchanged(before, item.expectedOnHand());
    BigDecimal difference =
        Quantity.canonical(item.counted().value().subtract(before.onHand().value()));
    StockLevel after =
        difference.signum() == 0
            ? before
            : locked.move(item.productId(), MovementKind.STOCK_TAKE, difference, reason, id);
    notes.add(StockNote.of(clock, "stock.counted", before, after, reason));
    return new BookedItem(item.productId(), before.onHand(), item.counted(), difference);
  }
}
