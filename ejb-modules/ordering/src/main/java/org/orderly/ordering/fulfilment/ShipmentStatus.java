package org.orderly.ordering.fulfilment;

import java.util.Set;

/** Where a shipment is. */
enum ShipmentStatus {
  /** Handed to the carrier. */
  SHIPPED,
  /** With the buyer. */
  DELIVERED;

  Set<ShipmentStatus> successors() {
    return switch (this) {
      case SHIPPED -> Set.of(DELIVERED);
      case DELIVERED -> Set.of();
    };
  }
}
