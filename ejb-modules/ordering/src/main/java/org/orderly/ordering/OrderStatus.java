package org.orderly.ordering;

import java.util.Set;

/** Where an order is in its life, and where it may go from there. */
public enum OrderStatus {
  /** Accepted and its stock reserved; waits for its money. */
  PLACED,
  /** Paid, or its payment is certain. */
  CONFIRMED,
  /** Being made ready. */
  PROCESSING,
  /** Some of it has left the house. */
  PARTIALLY_SHIPPED,
  /** All of it has left the house. */
  SHIPPED,
  /** All of it has arrived. */
  DELIVERED,
  /** All of it has come back. */
  RETURNED,
  /** Called off before anything was shipped. */
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

  /** Whether nothing will happen to it any more. */
  public boolean isFinal() {
    return successors().isEmpty();
  }

  /** Whether goods are kept for it that have not left the house yet. */
  public boolean keepsStock() {
    return isUnshipped() || this == PARTIALLY_SHIPPED;
  }

  /** Whether nothing of it has left the house, so that it may still be another order or none. */
  boolean isUnshipped() {
    return this == PLACED || this == CONFIRMED || this == PROCESSING;
  }
}
