package org.orderly.ordering;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.PostalAddress;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.payment.ChargeResult;
import org.orderly.payment.method.PaymentMethod;

/**
 * An order: lines at the prices of the moment when it was placed, an address and a payment method.
 *
 * <p>It is placed, and confirmed when its payment is certain: at once if the wallet pays or a card
 * is authorized, later if it waits for a transfer. Until something is shipped it may be cancelled,
 * or edited, which adds a revision with new lines and never changes written ones. After that its
 * status follows its shipments and returns.
 *
 * <p>Each change adds a step with an event to its history; {@link OrderRepository} writes both.
 */
final class Order {

  /**
   * A step in the history, with its event; never changed.
   *
   * @param from {@code null} for the step that places the order; the same as {@code to} for an
   *     event that does not change the status
   * @param reason as the caller gave it; {@code null} if none was given
   */
  record Step(
      @Nullable OrderStatus from, OrderStatus to, @Nullable String reason, DomainEvent event) {}

  /**
   * An order as it is stored.
   *
   * @param guestId the id of the guest who placed it; an account may have adopted the order since
   * @param expiresAt the payment deadline; {@code null} if the order does not wait for money
   * @param revision the number of edits; lines of earlier revisions stay in the table
   * @param version changes with every write
   */
  record Row(
      OrderId id,
      String number,
      UserId buyer,
      @Nullable UUID guestId,
      @Nullable String guestEmail,
      OrderStatus status,
      PaymentMethod paymentMethod,
      PostalAddress shippingAddress,
      Instant placedAt,
      @Nullable Instant expiresAt,
      int revision,
      long version) {}

  private final Row stored;
  private final List<Step> steps = new ArrayList<>();
  private UserId buyer;
  private OrderStatus status;
  private PostalAddress shippingAddress;
  private @Nullable Instant expiresAt;
  private int revision;
  private PricedItems items;

  /** An order as it was read. */
  Order(Row stored, PricedItems items) {
    this.stored = stored;
    this.buyer = stored.buyer();
    this.status = stored.status();
    this.shippingAddress = stored.shippingAddress();
    this.expiresAt = stored.expiresAt();
    this.revision = stored.revision();
    this.items = items;
  }

  /** Begins an order at the prices of the items. */
  Order(OrderId id, String number, PlaceOrder command, PricedItems items, Instant placedAt) {
    this(
        new Row(
            id,
            number,
            command.buyer(),
            command.guestEmail() == null ? null : command.buyer().value(),
            command.guestEmail(),
            OrderStatus.PLACED,
            command.payment().method(),
            command.shippingAddress(),
            placedAt,
            null,
            0,
            0),
        items);
  }

  /** Places it: an order that is paid or authorized is confirmed at once; any other waits. */
  void place(ChargeResult charge, Instant now) {
    steps.add(new Step(null, OrderStatus.PLACED, null, OrderPlaced.of(this, now)));
    if (charge.paid()) {
      confirm(now);
    } else {
      expiresAt = charge.expiresAt();
    }
  }

  /** Confirms an order whose payment has become certain. */
  void confirm(Instant now) {
    become(OrderStatus.CONFIRMED, null, OrderConfirmed.of(this, now));
  }

  /**
   * Changes the status; an order that is no longer placed has no payment deadline.
   *
   * @throws IllegalOrderTransition if the current status does not allow it; nothing has changed
   *     then
   */
  void become(OrderStatus next, @Nullable String reason, DomainEvent event) {
    if (!status.successors().contains(next)) {
      throw new IllegalOrderTransition(status, next);
    }
    steps.add(new Step(status, next, reason, event));
    status = next;
    expiresAt = null;
  }

  /** Records an event that does not change the status. */
  void note(@Nullable String reason, DomainEvent event) {
    steps.add(new Step(status, status, reason, event));
  }

  /**
   * Replaces the lines with the items at their prices; the number stays.
   *
   * @throws OrderNotEditable if part of the order has been shipped, or it is closed
   */
  void replaceLines(PricedItems pricedItems) {
    if (!status.isUnshipped()) {
      throw new OrderNotEditable(status);
    }
    revision++;
    items = pricedItems;
  }

  void redirect(PostalAddress address) {
    shippingAddress = address;
  }

  /** Assigns a guest's order to an account. */
  void adopt(UserId owner) {
    buyer = owner;
  }

  /**
   * Reduces the lines to what has been shipped, at what it cost before; the rest is cancelled.
   *
   * @param shipped the shipped quantity of each product, at least one
   * @throws IllegalOrderTransition if it is not partially shipped
   */
  void dropRest(Map<ProductId, Quantity> shipped) {
    if (status != OrderStatus.PARTIALLY_SHIPPED) {
      throw new IllegalOrderTransition(status, OrderStatus.SHIPPED);
    }
    revision++;
    items = items.reducedTo(shipped);
  }

  /** The steps that have to be written. */
  List<Step> steps() {
    return steps;
  }

  /** Whether the stored row differs; a step alone leaves it as it is. */
  boolean isChanged() {
    return hasNewLines()
        || status != stored.status()
        || !buyer.equals(stored.buyer())
        || !shippingAddress.equals(stored.shippingAddress());
  }

  /** Whether there are lines of a new revision. */
  boolean hasNewLines() {
    return revision != stored.revision();
  }

  /** Such as {@code 2026-000123}; a refused order leaves a gap. */
  static String number(int year, long sequence) {
    return "%d-%06d".formatted(year, sequence);
  }

  OrderId id() {
    return stored.id();
  }

  UserId buyer() {
    return buyer;
  }

  String number() {
    return stored.number();
  }

  OrderStatus status() {
    return status;
  }

  /** {@code null} if the order was not placed for a cart. */
  @Nullable UUID cartId() {
    return items.cartId();
  }

  /** {@code null} if the order was placed with an account. */
  @Nullable UUID guestId() {
    return stored.guestId();
  }

  /** {@code null} if the order was placed with an account. */
  @Nullable String guestEmail() {
    return stored.guestEmail();
  }

  /** Whether the order belongs to a guest. */
  boolean isGuests() {
    return stored.guestEmail() != null && buyer.value().equals(stored.guestId());
  }

  int revision() {
    return revision;
  }

  long version() {
    return stored.version();
  }

  PaymentMethod paymentMethod() {
    return stored.paymentMethod();
  }

  Money total() {
    return items.total();
  }

  List<ProductQuantity> reservationLines() {
    return items.reservationLines();
  }

  OrderView view() {
    return new OrderView(
        id(),
        number(),
        status.name(),
        OrderView.Item.all(items.lines()),
        items.adjustments(),
        total(),
        shippingAddress,
        placedAt(),
        expiresAt,
        null,
        buyer,
        guestEmail(),
        paymentMethod().name());
  }

  /** The current lines and adjustments, after all edits. */
  PricedItems items() {
    return items;
  }

  PostalAddress shippingAddress() {
    return shippingAddress;
  }

  Instant placedAt() {
    return stored.placedAt();
  }

  /** The payment deadline; {@code null} if the order does not wait for money. */
  @Nullable Instant expiresAt() {
    return expiresAt;
  }

  Currency currency() {
    return total().currency();
  }
}
