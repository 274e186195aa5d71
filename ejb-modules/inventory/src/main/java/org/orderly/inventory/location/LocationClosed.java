package org.orderly.inventory.location;

import org.orderly.kernel.DomainException;

/** Goods cannot come to a closed location. */
public final class LocationClosed extends DomainException {

  private static final long serialVersionUID = 1L;

  LocationClosed(String code) {
    super(Kind.CONFLICT, "location-closed", "stock location " + code + " is closed");
  }
}
