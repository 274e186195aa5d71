package org.orderly.payment.intent;

import org.orderly.kernel.DomainException;

/** The authorization of a card was released meanwhile; the same request may be sent again. */
public final class AuthorizationExpired extends DomainException {

  private static final long serialVersionUID = 1L;

  public AuthorizationExpired() {
    super(
        Kind.UNAVAILABLE,
        "card-authorization-lost",
        "the card's authorization was given up before the order was placed; try again");
  }
}
