package org.orderly.ordering;

import java.util.Set;

/** Where an order is in its life, and where it may go from there. */
enum OrderStatus {
  /** Accepted, not paid yet. */
  PLACED,
  /** Paid, and its stock reserved. */
  CONFIRMED;

  Set<OrderStatus> successors() {
    return switch (this) {
      case PLACED -> Set.of(CONFIRMED);
      case CONFIRMED -> Set.of();
    };
  }
}
