package org.orderly.ordering;

import java.util.Map;
import org.orderly.kernel.DomainException;

/** The lines of an order cannot be changed: part of it has been shipped, or it is closed. */
public final class OrderNotEditable extends DomainException {

  private static final long serialVersionUID = 1L;

  OrderNotEditable(OrderStatus status) {
    super(
        Kind.CONFLICT,
        "order-not-editable",
        "an order that is " + status + " cannot be changed",
        Map.of("status", status.name()));
  }
}
