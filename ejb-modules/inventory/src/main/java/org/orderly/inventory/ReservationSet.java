package org.orderly.inventory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.OrderId;

/** All that one order has been promised; there is one per order, ever. */
@Entity
@Table(name = "reservation_set")
class ReservationSet {

  enum Status {
    LIVE
  }

  @Id
  @Column(name = "order_id")
  private UUID orderId;

  @Enumerated(EnumType.STRING)
  private Status status;

  @Column(name = "reserved_at")
  private Instant reservedAt;

  protected ReservationSet() {}

  ReservationSet(OrderId orderId, Instant reservedAt) {
    this.orderId = orderId.value();
    this.status = Status.LIVE;
    this.reservedAt = reservedAt;
  }
}
