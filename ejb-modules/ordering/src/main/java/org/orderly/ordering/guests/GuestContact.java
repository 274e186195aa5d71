package org.orderly.ordering.guests;

import org.orderly.kernel.OrderId;

/**
 * How to reach the guest who placed an order.
 *
 * @param name of the person it is sent to
 * @param token shows the order to whoever has it
 */
public record GuestContact(OrderId order, String email, String name, String token) {

  /**
   * Where the guest sees the order; whoever has the link does.
   *
   * @param shop how shoppers reach the shop, without a slash at the end
   */
  public String link(String shop) {
    return shop + "/#/guest-order?id=" + order + "&token=" + token;
  }
}
