package org.orderly.inventory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.inventory.alert.AlertState;
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

  /** What was last sent about the availability. */
  @Enumerated(EnumType.STRING)
  private AlertState alert = AlertState.NORMAL;

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
      @Nullable Quantity threshold,
      AlertState alert) {
    StockItem item = new StockItem(productId, location, scale, onHand, threshold);
    item.reserved = reserved.value();
    item.alert = alert;
    return item;
  }

  /**
   * Promises some of the stock.
   *
   * @throws IllegalStateException if less is available; callers ask {@link #has} first, to tell of
   *     all shortages at once
   */
  void reserve(Quantity quantity) {
    if (!has(quantity)) {
      throw new IllegalStateException("less than " + quantity + " of " + productId);
    }
    reserved = reserved.add(quantity.value());
  }

  /** Reserves more (positive) or less (negative). */
  void changeReserved(BigDecimal change) {
    if (change.signum() >= 0) {
      reserve(new Quantity(change));
    } else {
      release(new Quantity(change.negate()));
    }
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
   * @throws StockBelowReserved if less would remain than is promised
   */
  void adjust(BigDecimal change) {
    BigDecimal after = onHand.add(change);
    if (after.compareTo(reserved) < 0) {
      throw new StockBelowReserved(level());
    }
    onHand = fitting(new Quantity(after)).value();
  }

  /**
   * Sets at which availability to warn; {@code null} for never. What there is now causes no alert.
   */
  void changeThreshold(@Nullable Quantity threshold) {
    lowStockThreshold = threshold == null ? null : fitting(threshold).value();
    alert = AlertState.initial(available().value(), lowStockThreshold);
  }

  AlertState alert() {
    return alert;
  }

  /** Follows the availability, and returns the state that it leads to. */
  AlertState trackAlert() {
    alert = alert.next(available().value(), lowStockThreshold, scale);
    return alert;
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
}
