package org.orderly.ordering;

import org.orderly.kernel.DomainException;
import org.orderly.kernel.OrderId;

/** There is no such order, or it is somebody else's. */
public final class OrderNotFound extends DomainException {

  private static final long serialVersionUID = 1L;

  public OrderNotFound(OrderId id) {
    super(Kind.NOT_FOUND, "unknown-order", "there is no order " + id);
  }
}
