package org.orderly.ordering.change;

import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.ordering.OrderNotFound;
import org.orderly.platform.idempotency.IdempotencyKey;

/**
 * A command to change an order, with its caller.
 *
 * @param buyer the required owner of the order; {@code null} for the shop
 * @param request identifies the request if it is sent again
 */
public record OrderChange(OrderId order, UserId buyer, IdempotencyKey request) {

  /**
   * @throws OrderNotFound if the order belongs to somebody else
   */
  void requireOwn(UserId owner) {
    if (buyer != null && !buyer.equals(owner)) {
      throw new OrderNotFound(order);
    }
  }
}
