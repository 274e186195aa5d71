package org.orderly.payment.intent;

import org.orderly.kernel.DomainException;

/** What was reserved on a card has been given up meanwhile; the same request may be sent again. */
public final class AuthorizationExpired extends DomainException {

  private static final long serialVersionUID = 1L;

  public AuthorizationExpired() {
    super(
        Kind.UNAVAILABLE,
        "card-authorization-lost",
        "the card's authorization was given up before the order was placed; try again");
  }
}
