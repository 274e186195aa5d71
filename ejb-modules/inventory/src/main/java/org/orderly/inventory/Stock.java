package org.orderly.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderly.inventory.MovementRepository.Movement;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.platform.events.AuditNote;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/** Opens and shows the stock of products. Each method is, or joins, one transaction. */
@ApplicationScoped
@Transactional
public class Stock {

  /** The location whose stock is opened and shown. */
  private static final StockLocationId LOCATION = StockLocationId.MAIN;

  private final StockItemRepository items;
  private final DomainDatabase database;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  Stock(
      StockItemRepository items,
      @Domain(InventoryDatabase.DOMAIN) DomainDatabase database,
      @Domain(InventoryDatabase.DOMAIN) Outbox outbox,
      Clock clock) {
    this.items = items;
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Begins to keep stock of a product.
   *
   * @param lowStockThreshold {@code null} for no warning
   * @throws QuantityTooFine if a quantity has more decimals than the scale
   */
  public StockLevel open(
      ProductId productId, int scale, Quantity initial, @Nullable Quantity lowStockThreshold) {
    StockItem item = new StockItem(productId, LOCATION, scale, initial, lowStockThreshold);
    items.add(item);
    if (!initial.isZero()) {
      SqlBatch writes = new SqlBatch();
      MovementRepository.append(
          writes,
          List.of(Movement.of(item, MovementKind.RECEIPT, initial.value(), "initial stock", null)),
          clock.instant());
      database.run(writes);
    }
    return item.level();
  }

  /**
   * @throws NoStockKept if the product was never opened
   */
  @Transactional(Transactional.TxType.SUPPORTS)
  public StockLevel level(ProductId productId) {
    return items.find(LOCATION, productId).orElseThrow(() -> new NoStockKept(productId)).level();
  }

  /** How much could be promised at this moment; products that were never opened are absent. */
  @Transactional(Transactional.TxType.SUPPORTS)
  public Map<ProductId, Quantity> available(List<ProductId> products) {
    return items.of(LOCATION, products).stream()
        .collect(Collectors.toMap(StockItem::productId, StockItem::available));
  }

  /**
   * Looks whether products are divided as finely as wanted; passes over those never opened.
   *
   * @throws QuantityTooFine if a quantity has more decimals than its product
   */
  @Transactional(Transactional.TxType.SUPPORTS)
  public void requireFitting(List<ProductQuantity> lines) {
    Map<ProductId, StockItem> stock =
        items.of(LOCATION, lines.stream().map(ProductQuantity::productId).toList()).stream()
            .collect(Collectors.toMap(StockItem::productId, item -> item));
    for (ProductQuantity line : lines) {
      StockItem item = stock.get(line.productId());
      if (item != null) {
        item.fitting(line.quantity());
      }
    }
  }

  /** Sets the availability at which admins are warned; {@code null} for never. */
  public StockLevel threshold(ProductId productId, @Nullable Quantity lowStockThreshold) {
    StockItem item = locked(productId);
    StockLevel before = item.level();
    item.changeThreshold(lowStockThreshold);
    if (!Objects.equals(before.lowStockThreshold(), item.level().lowStockThreshold())) {
      outbox.append(
          AuditNote.of(
              clock,
              "stock.threshold-set",
              productId.toString(),
              Noted.of(before),
              Noted.of(item.level())));
    }
    return item.level();
  }

  /**
   * Looks whether stock could be set so.
   *
   * @param onHand {@code null} to leave it as it is
   * @return whether that would change it
   * @throws StockBelowReserved if less would remain than is reserved for orders
   * @throws QuantityTooFine if a quantity has more decimals than the product
   */
  @Transactional(Transactional.TxType.SUPPORTS)
  public boolean requireSettable(
      ProductId productId, @Nullable Quantity onHand, @Nullable Quantity lowStockThreshold) {
    StockItem item = items.find(LOCATION, productId).orElseThrow(() -> new NoStockKept(productId));
    if (lowStockThreshold != null) {
      item.fitting(lowStockThreshold);
    }
    if (onHand == null || item.onHand().equals(onHand)) {
      return false;
    }
    if (item.fitting(onHand).compareTo(item.level().reserved()) < 0) {
      throw new StockBelowReserved(item.level());
    }
    return true;
  }

  /**
   * Looks whether a product's stock could be opened with these quantities.
   *
   * @throws QuantityTooFine if a quantity has more decimals than the scale
   */
  @Transactional(Transactional.TxType.SUPPORTS)
  public void requireOpenable(int scale, Quantity initial, @Nullable Quantity lowStockThreshold) {
    new StockItem(ProductId.newId(), LOCATION, scale, initial, lowStockThreshold).level();
  }

  /** What the audit log keeps of a stock. */
  private record Noted(Quantity onHand, @Nullable Quantity lowStockThreshold) {

    static Noted of(StockLevel level) {
      return new Noted(level.onHand(), level.lowStockThreshold());
    }
  }

  private StockItem locked(ProductId productId) {
    return items.lock(LOCATION, productId).orElseThrow(() -> new NoStockKept(productId));
  }
}
