package org.orderly.ordering.guests;

import org.orderly.kernel.DomainException;

/** The shop has no secret key, so that guests could not be given links to their orders. */
final class NoGuestCheckout extends DomainException {

  private static final long serialVersionUID = 1L;

  NoGuestCheckout() {
    super(Kind.UNAVAILABLE, "guest-checkout-unavailable", "this shop does not sell to guests");
  }
}
