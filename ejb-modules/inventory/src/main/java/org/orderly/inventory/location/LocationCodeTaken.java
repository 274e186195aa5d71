package org.orderly.inventory.location;

import org.orderly.kernel.DomainException;

/** Codes are never used again, also not those of closed locations. */
public final class LocationCodeTaken extends DomainException {

  private static final long serialVersionUID = 1L;

  LocationCodeTaken(String code) {
    super(Kind.CONFLICT, "location-code-taken", "there is a stock location " + code + " already");
  }
}
