package org.orderly.ordering.returns;

import java.util.Set;

/** Where a return is, and where it may go from there. */
public enum ReturnStatus {
  /** The buyer wants to send goods back. */
  REQUESTED,
  /** The buyer may; the goods are awaited. */
  APPROVED,
  /** The buyer may not. */
  REFUSED,
  /** Goods have come, and wait to be looked at. */
  RECEIVED,
  /** All that came is in the stock again or written off. */
  COMPLETED;

  Set<ReturnStatus> successors() {
    return switch (this) {
      case REQUESTED -> Set.of(APPROVED, REFUSED);
      case APPROVED -> Set.of(RECEIVED);
      case RECEIVED -> Set.of(COMPLETED);
      case REFUSED, COMPLETED -> Set.of();
    };
  }
}
