package org.orderly.inventory.location;

import org.orderly.kernel.DomainException;

/** A location that is needed cannot be closed. */
public final class LocationInUse extends DomainException {

  private static final long serialVersionUID = 1L;

  LocationInUse(String code) {
    super(
        Kind.CONFLICT,
        "location-in-use",
        "stock location "
            + code
            + " has stock, goods on the way to or from it, or is the main one");
  }
}
