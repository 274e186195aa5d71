package org.orderly.ordering;

import java.util.Set;

/** The status of an order, and the statuses that may follow. */
public enum OrderStatus {
  /** Accepted, with its stock reserved; the payment is pending. */
  PLACED,
  /** Paid, or the payment is authorized. */
  CONFIRMED,
  /** Being prepared for shipment. */
  PROCESSING,
  /** Part of it has been shipped. */
  PARTIALLY_SHIPPED,
  /** All of it has been shipped. */
  SHIPPED,
  /** All of it has been delivered. */
  DELIVERED,
  /** All of it has been returned. */
  RETURNED,
  /** Cancelled before anything was shipped. */
  CANCELLED;

  public Set<OrderStatus> successors() {
    return switch (this) {
      case PLACED -> Set.of(CONFIRMED, CANCELLED);
      case CONFIRMED -> Set.of(PROCESSING, PARTIALLY_SHIPPED, SHIPPED, CANCELLED);
      case PROCESSING -> Set.of(PARTIALLY_SHIPPED, SHIPPED, CANCELLED);
      case PARTIALLY_SHIPPED -> Set.of(SHIPPED, DELIVERED);
      case SHIPPED -> Set.of(DELIVERED, RETURNED);
      case DELIVERED -> Set.of(RETURNED);
      case RETURNED, CANCELLED -> Set.of();
    };
  }

  /** Whether no other status can follow. */
  public boolean isFinal() {
    return successors().isEmpty();
  }

  /** Whether stock is reserved for it. */
  public boolean keepsStock() {
    return isUnshipped() || this == PARTIALLY_SHIPPED;
  }

  /** Whether nothing of it has been shipped, so that it can still be edited or cancelled. */
  boolean isUnshipped() {
    return this == PLACED || this == CONFIRMED || this == PROCESSING;
  }
}
