package org.orderly.ordering;

import java.util.Map;
import org.orderly.kernel.DomainException;

/** An order's status does not allow the requested status next. */
public final class IllegalOrderTransition extends DomainException {

  private static final long serialVersionUID = 1L;

  IllegalOrderTransition(OrderStatus from, OrderStatus to) {
    super(
        Kind.CONFLICT,
        "illegal-order-transition",
        "an order that is " + from + " cannot become " + to,
        Map.of("from", from.name(), "to", to.name()));
  }
}
