package org.orderly.inventory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.ProductId;

/** One change of the stock on hand and why; written once, never changed. */
@Entity
@Table(name = "stock_movement")
class StockMovement {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(name = "product_id")
  private UUID productId;

  @Column(name = "location_id")
  private int locationId;

  private BigDecimal quantity;

  private String reason;

  @Column(name = "occurred_at")
  private Instant occurredAt;

  protected StockMovement() {}

  StockMovement(
      ProductId productId,
      StockLocationId location,
      BigDecimal quantity,
      String reason,
      Instant occurredAt) {
    this.productId = productId.value();
    this.locationId = location.value();
    this.quantity = quantity;
    this.reason = reason;
    this.occurredAt = occurredAt;
  }
}
