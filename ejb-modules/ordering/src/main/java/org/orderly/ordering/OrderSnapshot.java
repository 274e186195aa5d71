package org.orderly.ordering;

import java.time.Instant;
import java.util.List;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.ordering.quote.OrderedLine;

/**
 * An order as it stands, with whom it belongs to, for those who decide what of it may be seen. Its
 * lines are there only in the transaction that found it.
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

  /** {@code null} if the buyer had an account from the beginning. */
  public String guestEmail() {
    return order.guestEmail();
  }

  /** Whether it still belongs to a guest. */
  public boolean isGuests() {
    return order.isGuests();
  }

  public OrderStatus status() {
    return order.status();
  }

  public Money total() {
    return order.total();
  }

  public ShippingAddress shippingAddress() {
    return order.shippingAddress();
  }

  public Instant placedAt() {
    return order.placedAt();
  }

  public List<OrderedLine> lines() {
    return order.orderedLines();
  }

  public OrderView view() {
    return order.view();
  }
}
