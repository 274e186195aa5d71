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
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;
import org.orderly.inventory.ReservationLine;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.quote.OrderedLine;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.payment.method.PaymentMethod;

/**
 * What somebody bought.
 *
 * <p>It is placed with its lines at the prices of that moment, and confirmed when its money is
 * certain: at once if a wallet pays or a card's money is reserved, later if it waits for a
 * transfer. Until something is shipped it may be edited, which gives it new lines and never changes
 * written ones, or cancelled. From then on it follows its shipments and returns.
 */
@Entity
@Table(name = "orders")
class Order {

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
  @SQLRestriction("revision = (select o.revision from orders o where o.id = order_id)")
  private List<OrderLine> lines;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "guest_email")
  private String guestEmail;

  /** Whose it was before an account took it over. */
  @Column(name = "guest_id")
  private UUID guestId;

  /** Counts the edits; lines of earlier revisions stay in the table. */
  private int revision;

  /** The lines of an edit that is being made; they are written by SQL. */
  @Transient private List<OrderLine> replaced;

  @Version private long version;

  protected Order() {}

  /** Places an order at the prices of the basket. */
  Order(OrderId id, String number, PlaceOrder wish, PricedItems pricedItems, Instant placedAt) {
    this.id = id.value();
    this.number = number;
    this.buyer = wish.buyer().value();
    this.cartId = pricedItems.cartId();
    this.status = OrderStatus.PLACED;
    this.guestEmail = wish.guestEmail();
    this.guestId = guestEmail == null ? null : buyer;
    this.paymentMethod = wish.payment().method();
    this.currency = pricedItems.total().currency().getCurrencyCode();
    this.total = pricedItems.total().minorUnits();
    this.shippingAddress = wish.shippingAddress();
    this.placedAt = placedAt;
    this.lines = new ArrayList<>(lines(pricedItems));
  }

  /**
   * Goes on in its life; once it is no longer placed it does not wait for money any more.
   *
   * @throws IllegalOrderTransition if its status does not lead there; nothing has changed then
   */
  void become(OrderStatus next) {
    if (!status.successors().contains(next)) {
      throw new IllegalOrderTransition(status, next);
    }
    status = next;
    expiresAt = null;
  }

  /** Waits for its money no longer than this. */
  void expireAt(Instant instant) {
    expiresAt = instant;
  }

  /**
   * Becomes another order of the same number: its lines and prices are those of the basket.
   *
   * @throws OrderNotEditable if some of it has left the house, or it is over
   */
  void replaceLines(PricedItems pricedItems) {
    if (!status.isUnshipped()) {
      throw new OrderNotEditable(status);
    }
    revision++;
    replaced = lines(pricedItems);
    currency = pricedItems.total().currency().getCurrencyCode();
    total = pricedItems.total().minorUnits();
  }

  void redirect(ShippingAddress address) {
    shippingAddress = address;
  }

  /** Belongs to an account from now on, no longer to a guest. */
  void adopt(UserId owner) {
    buyer = owner.value();
  }

  /**
   * Holds no more than what has left the house; the rest will not be shipped.
   *
   * @param shipped how much of each product, at least some of one
   * @throws IllegalOrderTransition if it is not partially shipped
   */
  void dropRest(Map<ProductId, Quantity> shipped) {
    if (status != OrderStatus.PARTIALLY_SHIPPED) {
      throw new IllegalOrderTransition(status, OrderStatus.SHIPPED);
    }
    List<OrderLine> kept =
        lines().stream()
            .filter(line -> shipped.containsKey(new ProductId(line.productId())))
            .map(line -> line.of(shipped.get(new ProductId(line.productId())), currency()))
            .toList();
    revision++;
    replaced = kept;
    total = kept.stream().mapToLong(OrderLine::lineTotal).sum();
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

  /** {@code null} if its items were named one by one. */
  UUID cartId() {
    return cartId;
  }

  /** The id that stood for the guest; {@code null} if the buyer had an account at first. */
  UUID guestId() {
    return guestId;
  }

  /** {@code null} if the buyer had an account from the beginning. */
  String guestEmail() {
    return guestEmail;
  }

  /** Whether it still belongs to a guest. */
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
    return lines().stream().map(OrderLine::reservation).toList();
  }

  OrderView view() {
    return new OrderView(
        id(),
        number,
        status.name(),
        orderedLines().stream().map(OrderView.Item::of).toList(),
        total(),
        shippingAddress,
        placedAt,
        expiresAt,
        null,
        buyer(),
        guestEmail,
        paymentMethod.name());
  }

  /** As they are now, after all edits. */
  List<OrderLine> lines() {
    return replaced == null ? lines : replaced;
  }

  List<OrderedLine> orderedLines() {
    Currency inCurrency = currency();
    return lines().stream().map(line -> line.ordered(inCurrency)).toList();
  }

  ShippingAddress shippingAddress() {
    return shippingAddress;
  }

  Instant placedAt() {
    return placedAt;
  }

  /** When it is cancelled if it is still unpaid; {@code null} if it does not wait for money. */
  Instant expiresAt() {
    return expiresAt;
  }

  Currency currency() {
    return Currency.getInstance(currency);
  }

  private static List<OrderLine> lines(PricedItems pricedItems) {
    return pricedItems.lines().stream().map(OrderLine::of).toList();
  }
}
