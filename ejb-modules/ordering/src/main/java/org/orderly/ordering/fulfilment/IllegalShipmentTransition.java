package org.orderly.ordering.fulfilment;

import java.util.Map;
import org.orderly.kernel.DomainException;

/** A shipment cannot go from where it is to where it was told to. */
final class IllegalShipmentTransition extends DomainException {

  private static final long serialVersionUID = 1L;

  IllegalShipmentTransition(ShipmentStatus from, ShipmentStatus to) {
    super(
        Kind.CONFLICT,
        "illegal-shipment-transition",
        "a shipment that is " + from + " cannot become " + to,
        Map.of("from", from.name(), "to", to.name()));
  }
}
