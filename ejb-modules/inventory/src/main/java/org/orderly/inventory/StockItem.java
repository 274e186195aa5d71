package org.orderly.inventory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/**
 * The stock of one product at one location.
 *
 * <p>It is opened once when the product is listed. Adjustments move {@code onHand}; checkouts
 * reserve, which leaves {@code onHand} alone until the goods are shipped. What is available is the
 * difference.
 */
@Entity
@Table(name = "stock_item")
@IdClass(StockItem.Key.class)
class StockItem {

  /** The key of a {@link StockItem}. */
  record Key(UUID productId, int locationId) {}

  @Id
  @Column(name = "product_id")
  private UUID productId;

  @Id
  @Column(name = "location_id")
  private int locationId;

  private int scale;

  @Column(name = "on_hand")
  private BigDecimal onHand;

  private BigDecimal reserved;

  @Column(name = "low_stock_threshold")
  private @Nullable BigDecimal lowStockThreshold;

  @Version private long version;

  protected StockItem() {}

  StockItem(
      ProductId productId,
      StockLocationId location,
      int scale,
      Quantity initial,
      @Nullable Quantity lowStockThreshold) {
    this.productId = productId.value();
    this.locationId = location.value();
    this.scale = scale;
    this.onHand = fitting(initial).value();
    this.reserved = BigDecimal.ZERO;
    changeThreshold(lowStockThreshold);
  }

  /** As its row says. */
  static StockItem stored(
      ProductId productId,
      StockLocationId location,
      int scale,
      Quantity onHand,
      Quantity reserved,
      @Nullable Quantity threshold) {
    StockItem item = new StockItem(productId, location, scale, onHand, threshold);
    item.reserved = reserved.value();
    return item;
  }

  /**
   * Promises some of the stock.
   *
   * @return whether this made the stock run low
   * @throws IllegalStateException if less is available; callers ask {@link #has} first, to tell of
   *     all shortages at once
   */
  boolean reserve(Quantity quantity) {
    if (!has(quantity)) {
      throw new IllegalStateException("less than " + quantity + " of " + productId);
    }
    BigDecimal before = onHand.subtract(reserved);
    reserved = reserved.add(quantity.value());
    return crossesThreshold(before);
  }

  /**
   * Promises more (positive) or less (negative).
   *
   * @return whether this made the stock run low
   */
  boolean promise(BigDecimal change) {
    if (change.signum() >= 0) {
      return reserve(new Quantity(change));
    }
    release(new Quantity(change.negate()));
    return false;
  }

  /**
   * Takes back a promise.
   *
   * @throws InvalidValue if less is promised
   */
  void release(Quantity quantity) {
    reserved = new Quantity(reserved).minus(quantity).value();
  }

  /**
   * Ships reserved goods; what is available stays.
   *
   * @throws InvalidValue if less is promised
   */
  void ship(Quantity quantity) {
    release(fitting(quantity));
    onHand = new Quantity(onHand).minus(quantity).value();
  }

  boolean has(Quantity quantity) {
    return available().compareTo(quantity) >= 0;
  }

  /**
   * Adds or takes away stock on hand.
   *
   * @return whether this made the stock run low
   * @throws StockBelowReserved if less would remain than is promised
   */
  boolean adjust(BigDecimal change) {
    BigDecimal before = onHand.subtract(reserved);
    BigDecimal after = onHand.add(change);
    if (after.compareTo(reserved) < 0) {
      throw new StockBelowReserved(level());
    }
    onHand = fitting(new Quantity(after)).value();
    return crossesThreshold(before);
  }

  /** Sets at which availability to warn; {@code null} for never. */
  void changeThreshold(@Nullable Quantity threshold) {
    lowStockThreshold = threshold == null ? null : fitting(threshold).value();
  }

  /**
   * @throws QuantityTooFine if the product is not sold in such fractions
   */
  Quantity fitting(Quantity quantity) {
    if (!quantity.fits(scale)) {
      throw new QuantityTooFine(productId(), scale);
    }
    return quantity;
  }

  ProductId productId() {
    return new ProductId(productId);
  }

  StockLocationId location() {
    return new StockLocationId(locationId);
  }

  Quantity onHand() {
    return new Quantity(onHand);
  }

  Quantity available() {
    return new Quantity(onHand.subtract(reserved));
  }

  StockLevel level() {
    return new StockLevel(
        productId(),
        onHand(),
        new Quantity(reserved),
        available(),
        lowStockThreshold == null ? null : new Quantity(lowStockThreshold));
  }

  private boolean crossesThreshold(BigDecimal availableBefore) {
    return lowStockThreshold != null
        && availableBefore.compareTo(lowStockThreshold) > 0
        && available().value().compareTo(lowStockThreshold) <= 0;
  }
}
