package org.orderly.web.orders;

import org.orderly.kernel.DomainException;

/** As many files as this instance writes at once are being written. */
final class TooManyExports extends DomainException {

  private static final long serialVersionUID = 1L;

  TooManyExports() {
    super(Kind.UNAVAILABLE, "too-many-exports", "too many files are being written; try again");
  }
}
