package org.orderly.notification;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.orderly.kernel.OrderId;
import org.orderly.ordering.OrderQueries;
import org.orderly.ordering.guests.GuestContact;
import org.orderly.ordering.guests.GuestOrders;

/**
 * The details of an order that notifications show. An EJB, since listeners have no transaction to
 * read in.
 */
@Stateless
public class OrderDetails {

  @Inject private GuestOrders guests;
  @Inject private OrderQueries orders;

  /** Public, since the EJB container finds no other. */
  public OrderDetails() {}

  /** How to reach the guest of an order; empty if its buyer has an account. */
  public Optional<GuestContact> guest(OrderId order) {
    return guests.contact(order);
  }

  /** As people see it, such as {@code 2026-000123}. */
  public String number(OrderId order) {
    return orders.one(order).number();
  }
}
