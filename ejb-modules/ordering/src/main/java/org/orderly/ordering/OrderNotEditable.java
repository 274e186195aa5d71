package org.orderly.ordering;

import java.util.Map;
import org.orderly.kernel.DomainException;

/**
 * Some of the order has left the house, or it is over: what it holds cannot be changed any more.
 */
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
