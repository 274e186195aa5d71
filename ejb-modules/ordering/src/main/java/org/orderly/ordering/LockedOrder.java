package org.orderly.ordering;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.PostalAddress;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.quote.OrderLine;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.ordering.unpaid.UnpaidOrder;
import org.orderly.platform.request.RequestContext;

/**
 * A locked order that is being changed; see {@link LockedOrders}. Each change has exactly one
 * event.
 */
public final class LockedOrder {

  /** The maximum length of a reason. */
  public static final int MAX_REASON = 500;

  private final Order order;

  LockedOrder(Order order) {
    this.order = order;
  }

  /**
   * Changes the status.
   *
   * @param reason {@code null} if none was given
   * @throws IllegalOrderTransition if the current status does not allow it; nothing has changed
   *     then
   */
  public void become(OrderStatus next, @Nullable String reason, DomainEvent event) {
    order.become(next, validReason(reason), event);
  }

  /** Confirms an order whose payment has become certain. */
  public void confirm(Instant now) {
    order.confirm(now);
  }

  /** Records an event that does not change the status. */
  public void note(@Nullable String reason, DomainEvent event) {
    order.note(validReason(reason), event);
  }

  /**
   * Replaces the lines, and the shipping address if one is given.
   *
   * @throws OrderNotEditable if part of the order has been shipped, or it is closed
   */
  public void replaceLines(PricedItems pricedItems, @Nullable PostalAddress address) {
    order.replaceLines(pricedItems);
    if (address != null) {
      order.redirect(address);
    }
  }

  /**
   * Reduces the lines to what has been shipped.
   *
   * @param shipped the shipped quantity of each product
   * @throws IllegalOrderTransition if it is not partially shipped
   */
  public void dropRest(Map<ProductId, Quantity> shipped) {
    order.dropRest(shipped);
  }

  /** Assigns a guest's order to an account. */
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

  /** The current lines, after all edits. */
  public List<OrderLine> lines() {
    return order.items().lines();
  }

  /** The current adjustments of the whole order. */
  public List<Adjustment> adjustments() {
    return order.items().adjustments();
  }

  /** The order while it waits for its money; empty once it is paid or cancelled. */
  public Optional<UnpaidOrder> unpaid() {
    return order.expiresAt() == null
        ? Optional.empty()
        : Optional.of(new UnpaidOrder(order.buyer(), order.items(), RequestContext.current()));
  }

  public OrderView view() {
    return order.view();
  }

  Order order() {
    return order;
  }

  private static @Nullable String validReason(@Nullable String reason) {
    if (reason == null || reason.isBlank()) {
      return null;
    }
    if (reason.length() > MAX_REASON || reason.indexOf('\0') >= 0) {
      throw new InvalidValue("reason", "must be up to " + MAX_REASON + " characters");
    }
    return reason.strip();
  }
}
