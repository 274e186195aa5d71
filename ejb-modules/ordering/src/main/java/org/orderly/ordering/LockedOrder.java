package org.orderly.ordering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.quote.OrderedLine;
import org.orderly.ordering.quote.PricedItems;

/**
 * An order that is locked and being changed; see {@link LockedOrders}. Each change or fact is told
 * by exactly one event.
 */
public final class LockedOrder {

  /** The longest reason that is kept. */
  public static final int MAX_REASON = 500;

  private final Order order;
  private final List<OrderStep> steps = new ArrayList<>();
  private boolean rewritten;

  LockedOrder(Order order) {
    this.order = order;
  }

  /**
   * Goes on to another status.
   *
   * @param reason {@code null} if there is none to tell
   * @throws IllegalOrderTransition if its status does not lead there; nothing has changed then
   */
  public void become(OrderStatus next, String reason, DomainEvent event) {
    OrderStatus before = order.status();
    order.become(next);
    steps.add(new OrderStep(before, next, sane(reason), event));
  }

  /** Notes a fact that leaves the status alone. */
  public void note(String reason, DomainEvent event) {
    steps.add(new OrderStep(order.status(), order.status(), sane(reason), event));
  }

  /**
   * Holds other lines from now on, and goes elsewhere if an address is given.
   *
   * @throws OrderNotEditable if some of it has left the house, or it is over
   */
  public void replaceLines(PricedItems pricedItems, ShippingAddress address) {
    order.replaceLines(pricedItems);
    rewritten = true;
    if (address != null) {
      order.redirect(address);
    }
  }

  /**
   * Holds no more than what has left the house.
   *
   * @param shipped how much of each product
   * @throws IllegalOrderTransition if it is not partially shipped
   */
  public void dropRest(Map<ProductId, Quantity> shipped) {
    order.dropRest(shipped);
    rewritten = true;
  }

  /** Belongs to an account from now on, no longer to a guest. */
  public void adopt(UserId owner) {
    order.adopt(owner);
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

  /** What is ordered now, after all edits. */
  public List<OrderedLine> lines() {
    return order.orderedLines();
  }

  public OrderView view() {
    return order.view();
  }

  Order order() {
    return order;
  }

  /** Whether its lines are others than those that were written. */
  boolean isRewritten() {
    return rewritten;
  }

  List<OrderStep> steps() {
    return steps;
  }

  private static String sane(String reason) {
    if (reason == null || reason.isBlank()) {
      return null;
    }
    if (reason.length() > MAX_REASON || reason.indexOf('\0') >= 0) {
      throw new InvalidValue("reason", "must be up to " + MAX_REASON + " characters");
    }
    return reason.strip();
  }
}
