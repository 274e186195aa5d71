package org.orderly.inventory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.UUID;
import org.orderly.kernel.OrderId;

/** How much of one product an order has been promised. */
@Entity
@Table(name = "reservation")
@IdClass(Reservation.Key.class)
class Reservation {

  record Key(UUID orderId, UUID productId) implements Serializable {}

  @Id
  @Column(name = "order_id")
  private UUID orderId;

  @Id
  @Column(name = "product_id")
  private UUID productId;

  private BigDecimal quantity;

  protected Reservation() {}

  Reservation(OrderId orderId, ReservationLine line) {
    this.orderId = orderId.value();
    this.productId = line.productId().value();
    this.quantity = line.quantity().value();
  }
}
