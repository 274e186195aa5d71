package org.orderly.ordering.fulfilment;

import java.util.UUID;
import org.orderly.kernel.DomainException;

/** There is no such shipment, or it is none of the asker's business. */
public final class ShipmentNotFound extends DomainException {

  private static final long serialVersionUID = 1L;

  public ShipmentNotFound(UUID id) {
    super(Kind.NOT_FOUND, "unknown-shipment", "there is no shipment " + id);
  }
}
