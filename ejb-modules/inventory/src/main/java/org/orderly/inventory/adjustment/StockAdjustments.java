package org.orderly.inventory.adjustment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderly.inventory.InventoryDatabase;
import org.orderly.inventory.MovableStock;
import org.orderly.inventory.StockLevel;
import org.orderly.inventory.StockMovements;
import org.orderly.inventory.location.StockLocations;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.platform.events.AuditNote;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.idempotency.IdempotencyKeys;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.platform.persistence.Domain;

/** Adjusts the stock of one product or of many, in one transaction, once per request key. */
@ApplicationScoped
@Transactional
public class StockAdjustments {

  private final StockLocations locations;
  private final StockMovements stock;
  private final IdempotencyKeys keys;
  private final Clock clock;

  @Inject
  StockAdjustments(
      StockLocations locations,
      StockMovements stock,
      @Domain(InventoryDatabase.DOMAIN) IdempotencyKeys keys,
      Clock clock) {
    this.locations = locations;
    this.stock = stock;
    this.keys = keys;
    this.clock = clock;
  }

  /** The stock levels after the adjustments, in the order of their lines. */
  public record AdjustedStock(List<StockLevel> items) {}

  /**
   * Moves stock in (positive) or out (negative).
   *
   * @param location code of the location; {@code null} for the main one
   * @throws org.orderly.inventory.location.UnknownLocation if no location has the code
   * @throws org.orderly.inventory.location.LocationClosed if it is closed
   * @throws org.orderly.inventory.NoStockKept if the product was never opened
   * @throws org.orderly.inventory.StockBelowReserved if less would remain than is reserved for
   *     orders
   * @throws org.orderly.inventory.QuantityTooFine if the change has more decimals than the product
   * @throws StockChanged if another quantity is on hand than expected
   */
  public IdempotentResult<StockLevel> adjust(
      @Nullable String location, StockAdjustment adjustment, IdempotencyKey request) {
    return keys.once(request, StockLevel.class, () -> apply(location, List.of(adjustment)).get(0));
  }

  /**
   * Makes many adjustments, all or none.
   *
   * @param location code of the location; {@code null} for the main one
   * @param adjustments 1 to 200, each of another product
   * @throws StockLinesRefused naming each line that is refused, and why
   */
  public IdempotentResult<AdjustedStock> adjust(
      @Nullable String location, List<StockAdjustment> adjustments, IdempotencyKey request) {
    List<StockAdjustment> lines = StockLines.require(adjustments, StockAdjustment::productId);
    return keys.once(request, AdjustedStock.class, () -> new AdjustedStock(apply(location, lines)));
  }

  /**
   * Sets the stock on hand at the main location by a movement of the difference; without one
   * nothing moves. Joins the caller's transaction; setting the same quantity again has no effect,
   * so it needs no key.
   *
   * @return whether it changed
   * @throws org.orderly.inventory.NoStockKept if the product was never opened
   * @throws org.orderly.inventory.StockBelowReserved if less would remain than is reserved for
   *     orders
   * @throws org.orderly.inventory.QuantityTooFine if it has more decimals than the product
   */
  public boolean set(ProductId product, Quantity onHand, String reason) {
    MovableStock locked = stock.lock(locations.require(null), List.of(product));
    BigDecimal before = locked.level(product).onHand().value();
    BigDecimal difference = Quantity.canonical(onHand.value().subtract(before));
    if (difference.signum() == 0) {
      return false;
    }
    StockAdjustment line = new StockAdjustment(product, difference, reason);
    List<AuditNote> notes = new ArrayList<>();
    apply(line, locked, notes);
    stock.write(locked, notes);
    return true;
  }

  private List<StockLevel> apply(@Nullable String location, List<StockAdjustment> lines) {
    MovableStock locked =
        stock.open(
            locations.require(location), lines.stream().map(StockAdjustment::productId).toList());
    List<AuditNote> notes = new ArrayList<>();
    List<StockLevel> levels =
        StockLines.run(lines, StockAdjustment::productId, line -> apply(line, locked, notes));
    stock.write(locked, notes);
    return levels;
  }

  private StockLevel apply(StockAdjustment line, MovableStock locked, List<AuditNote> notes) {
    StockLevel before = locked.level(line.productId());
    StockChanged.requireUnchanged(before, line.expectedOnHand());
    StockLevel after =
        locked.move(line.productId(), line.kind(), line.quantity(), line.reason(), null);
    notes.add(StockNote.of(clock, "stock.adjusted", before, after, line.reason()));
    return after;
  }
}
