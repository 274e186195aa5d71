package org.orderly.ordering.returns;

import java.util.Map;
import org.orderly.kernel.DomainException;

/** A return cannot go from where it is to where it was told to. */
final class IllegalReturnTransition extends DomainException {

  private static final long serialVersionUID = 1L;

  IllegalReturnTransition(ReturnStatus from, ReturnStatus to) {
    super(
        Kind.CONFLICT,
        "illegal-return-transition",
        "a return that is " + from + " cannot become " + to,
        Map.of("from", from.name(), "to", to.name()));
  }
}
