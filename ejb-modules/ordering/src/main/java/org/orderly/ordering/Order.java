package org.orderly.ordering;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.SQLRestriction;
import org.orderly.inventory.ReservationLine;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.payment.method.PaymentMethod;

/**
 * An order: lines at the prices of the moment when it was placed, an address and a payment method.
 *
 * <p>It is placed, and confirmed when its payment is certain: at once if the wallet pays or a card
 * is authorized, later if it waits for a transfer. Until something is shipped it may be cancelled,
 * or edited, which adds a revision with new lines and never changes written ones. After that its
 * status follows its shipments and returns.
 */
@Entity
@Table(name = "orders")
class Order {

  private static final String OF_REVISION =
      "revision = (select o.revision from orders o where o.id = order_id)";

  @Id private UUID id;

  private String number;

  @Column(name = "user_id")
  private UUID buyer;

  @Column(name = "cart_id")
  private UUID cartId;

  @Enumerated(EnumType.STRING)
  private OrderStatus status;

  @Enumerated(EnumType.STRING)
  @Column(name = "payment_method")
  private PaymentMethod paymentMethod;

  @Column(columnDefinition = "char(3)")
  private String currency;

  private long total;

  @Embedded private ShippingAddress shippingAddress;

  @Column(name = "placed_at")
  private Instant placedAt;

  @ElementCollection
  @CollectionTable(name = "order_line", joinColumns = @JoinColumn(name = "order_id"))
  @OrderColumn(name = "position")
  @SQLRestriction(OF_REVISION)
  private List<OrderLine> lines;

  @ElementCollection
  @CollectionTable(name = "order_adjustment", joinColumns = @JoinColumn(name = "order_id"))
  @OrderColumn(name = "position")
  @SQLRestriction(OF_REVISION)
  @BatchSize(size = 100)
  private List<OrderAdjustment> adjustments;

  @ElementCollection
  @CollectionTable(name = "order_line_adjustment", joinColumns = @JoinColumn(name = "order_id"))
  @OrderBy("line, position")
  @SQLRestriction(OF_REVISION)
  @BatchSize(size = 100)
  private List<OrderLineAdjustment> lineAdjustments;

  /** The number of rows in both tables of adjustments; orders that have none read neither. */
  @Column(name = "adjustments")
  private int adjustmentCount;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "guest_email")
  private String guestEmail;

  /** The id of the guest who placed it; an account may have adopted the order since. */
  @Column(name = "guest_id")
  private UUID guestId;

  /** The number of edits; lines of earlier revisions stay in the table. */
  private int revision;

  /** The current content, read from its rows or to be written by {@link OrderRepository}. */
  @Transient private PricedItems items;

  @Version private long version;

  protected Order() {}

  /** Places an order at the prices of the items. */
  Order(OrderId id, String number, PlaceOrder command, PricedItems pricedItems, Instant placedAt) {
    this.id = id.value();
    this.number = number;
    this.buyer = command.buyer().value();
    this.cartId = pricedItems.cartId();
    this.status = OrderStatus.PLACED;
    this.guestEmail = command.guestEmail();
    this.guestId = guestEmail == null ? null : buyer;
    this.paymentMethod = command.payment().method();
    this.shippingAddress = command.shippingAddress();
    this.placedAt = placedAt;
    contain(pricedItems);
  }

  private void contain(PricedItems pricedItems) {
    items = pricedItems;
    currency = pricedItems.total().currency().getCurrencyCode();
    total = pricedItems.total().minorUnits();
    adjustmentCount = pricedItems.adjustmentCount();
  }

  /**
   * Changes the status; an order that is no longer placed has no payment deadline.
   *
   * @throws IllegalOrderTransition if the current status does not allow it; nothing has changed
   *     then
   */
  void become(OrderStatus next) {
    if (!status.successors().contains(next)) {
      throw new IllegalOrderTransition(status, next);
    }
    status = next;
    expiresAt = null;
  }

  /** Sets the payment deadline. */
  void expireAt(Instant instant) {
    expiresAt = instant;
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
    contain(pricedItems);
  }

  void redirect(ShippingAddress address) {
    shippingAddress = address;
  }

  /** Assigns a guest's order to an account. */
  void adopt(UserId owner) {
    buyer = owner.value();
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
    contain(items().reducedTo(shipped));
  }

  /** Such as {@code 2026-000123}; a refused order leaves a gap. */
  static String number(int year, long sequence) {
    return "%d-%06d".formatted(year, sequence);
  }

  OrderId id() {
    return new OrderId(id);
  }

  UserId buyer() {
    return new UserId(buyer);
  }

  String number() {
    return number;
  }

  OrderStatus status() {
    return status;
  }

  /** {@code null} if the order was not placed for a cart. */
  UUID cartId() {
    return cartId;
  }

  /** {@code null} if the order was placed with an account. */
  UUID guestId() {
    return guestId;
  }

  /** {@code null} if the order was placed with an account. */
  String guestEmail() {
    return guestEmail;
  }

  /** Whether the order belongs to a guest. */
  boolean isGuests() {
    return guestEmail != null && buyer.equals(guestId);
  }

  int revision() {
    return revision;
  }

  PaymentMethod paymentMethod() {
    return paymentMethod;
  }

  Money total() {
    return new Money(total, currency());
  }

  List<ReservationLine> reservationLines() {
    return items().reservationLines();
  }

  OrderView view() {
    return new OrderView(
        id(),
        number,
        status.name(),
        items().lines().stream().map(OrderView.Item::of).toList(),
        items().adjustments(),
        total(),
        shippingAddress,
        placedAt,
        expiresAt,
        null,
        buyer(),
        guestEmail,
        paymentMethod.name());
  }

  /** The current lines and adjustments, after all edits. */
  PricedItems items() {
    if (items == null) {
      items =
          adjustmentCount == 0
              ? StoredItems.of(cartId, lines, List.of(), List.of(), total())
              : StoredItems.of(cartId, lines, lineAdjustments, adjustments, total());
    }
    return items;
  }

  ShippingAddress shippingAddress() {
    return shippingAddress;
  }

  Instant placedAt() {
    return placedAt;
  }

  /** The payment deadline; {@code null} if the order does not wait for money. */
  Instant expiresAt() {
    return expiresAt;
  }

  Currency currency() {
    return Currency.getInstance(currency);
  }
}
