package org.orderly.inventory.location;

import org.orderly.kernel.DomainException;

/** No stock location has this code. */
public final class UnknownLocation extends DomainException {

  private static final long serialVersionUID = 1L;

  UnknownLocation(String code) {
    super(Kind.NOT_FOUND, "unknown-location", "there is no stock location " + code);
  }
}
