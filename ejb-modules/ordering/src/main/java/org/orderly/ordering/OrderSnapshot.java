package org.orderly.ordering;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.PostalAddress;
import org.orderly.kernel.UserId;
import org.orderly.ordering.quote.OrderLine;

/**
 * An order as read from the database, with its owner, for code that decides who may see it. Its
 * lines are available only in the transaction that loaded it.
 */
public final class OrderSnapshot {

  private final Order order;

  OrderSnapshot(Order order) {
    this.order = order;
  }

  public OrderId id() {
    return order.id();
  }

  public String number() {
    return order.number();
  }

  public UserId buyer() {
    return order.buyer();
  }

  /** {@code null} if the order was placed with an account. */
  public @Nullable String guestEmail() {
    return order.guestEmail();
  }

  /** Whether the order belongs to a guest. */
  public boolean isGuests() {
    return order.isGuests();
  }

  public OrderStatus status() {
    return order.status();
  }

  public Money total() {
    return order.total();
  }

  public PostalAddress shippingAddress() {
    return order.shippingAddress();
  }

  public Instant placedAt() {
    return order.placedAt();
  }

  public List<OrderLine> lines() {
    return order.items().lines();
  }

  public OrderView view() {
    return order.view();
  }
}
