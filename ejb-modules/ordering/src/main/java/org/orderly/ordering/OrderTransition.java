package org.orderly.ordering;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;

/** One step of an order's life, with the event that told of it; never changed. */
@Entity
@Table(name = "order_transition")
@IdClass(OrderTransition.Key.class)
class OrderTransition {

  record Key(UUID orderId, int step) implements Serializable {}

  @Id
  @Column(name = "order_id")
  private UUID orderId;

  @Id private int step;

  @Column(name = "from_status")
  private String from;

  @Column(name = "to_status")
  private String to;

  @Column(name = "occurred_at")
  private Instant occurredAt;

  @Column(name = "event_id")
  private UUID eventId;

  @Column(name = "event_type")
  private String eventType;

  protected OrderTransition() {}

  /**
   * @param from {@code null} for the step that places the order
   */
  OrderTransition(int step, OrderStatus from, OrderStatus to, DomainEvent event) {
    this.orderId = event.aggregateId();
    this.step = step;
    this.from = from == null ? null : from.name();
    this.to = to.name();
    this.occurredAt = event.occurredAt();
    this.eventId = event.eventId();
    this.eventType = event.getClass().getSimpleName();
  }
}
