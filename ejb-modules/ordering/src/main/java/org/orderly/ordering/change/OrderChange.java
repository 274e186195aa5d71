package org.orderly.ordering.change;

import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.ordering.OrderNotFound;
import org.orderly.platform.idempotency.IdempotencyKey;

/**
 * Somebody's wish to change an order.
 *
 * @param buyer whose order it must be; {@code null} if the shop itself asks
 * @param request recognises the wish when it is sent again
 */
public record OrderChange(OrderId order, UserId buyer, IdempotencyKey request) {

  /**
   * @throws OrderNotFound if it is another's order
   */
  void requireOwn(UserId owner) {
    if (buyer != null && !buyer.equals(owner)) {
      throw new OrderNotFound(order);
    }
  }
}
