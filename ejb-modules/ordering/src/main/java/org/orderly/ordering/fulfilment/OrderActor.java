package org.orderly.ordering.fulfilment;

import java.util.Objects;
import org.orderly.kernel.UserId;

/**
 * The actor who reads or changes an order.
 *
 * @param forTheShop may handle every line
 * @param vendor may handle the lines of their own products
 */
public record OrderActor(UserId id, boolean forTheShop, boolean vendor) {

  public OrderActor {
    Objects.requireNonNull(id, "party");
  }

  /**
   * @param owner whose product a line was; {@code null} for the shop itself
   */
  public boolean handles(UserId owner) {
    return forTheShop || vendor && id.equals(owner);
  }
}
