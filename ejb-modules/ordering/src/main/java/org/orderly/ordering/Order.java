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
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.orderly.inventory.ReservationLine;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.payment.PaymentMethod;

/**
 * What somebody bought.
 *
 * <p>It is placed with its lines and prices, which never change again, and confirmed when it is
 * paid and its stock is reserved. A wallet pays at once, so that both happen in the same
 * transaction.
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
  private List<OrderLine> lines;

  @Version private long version;

  protected Order() {}

  /** Places an order at the prices of the basket. */
  Order(OrderId id, String number, PlaceOrder wish, Basket basket, Instant placedAt) {
    this.id = id.value();
    this.number = number;
    this.buyer = wish.buyer().value();
    this.cartId = basket.cartId();
    this.status = OrderStatus.PLACED;
    this.paymentMethod = wish.payment();
    this.currency = basket.total().currency().getCurrencyCode();
    this.total = basket.total().minorUnits();
    this.shippingAddress = wish.shippingAddress();
    this.placedAt = placedAt;
    this.lines = new ArrayList<>(basket.lines());
  }

  /**
   * @throws IllegalOrderTransition unless it is placed and not confirmed yet
   */
  void confirm() {
    become(OrderStatus.CONFIRMED);
  }

  private void become(OrderStatus next) {
    if (!status.successors().contains(next)) {
      throw new IllegalOrderTransition(status, next);
    }
    status = next;
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

  PaymentMethod paymentMethod() {
    return paymentMethod;
  }

  Money total() {
    return new Money(total, currency());
  }

  List<ReservationLine> reservationLines() {
    return lines.stream().map(OrderLine::reservation).toList();
  }

  OrderView view() {
    Currency inCurrency = currency();
    return new OrderView(
        id(),
        number,
        status.name(),
        lines.stream().map(line -> line.view(inCurrency)).toList(),
        total(),
        shippingAddress,
        placedAt);
  }

  List<OrderLine> lines() {
    return lines;
  }

  /** What a vendor may know of it. */
  VendorOrder viewFor(UserId vendor) {
    Currency inCurrency = currency();
    List<OrderView.Item> theirs =
        lines.stream()
            .filter(line -> line.isOf(vendor))
            .map(line -> line.view(inCurrency))
            .toList();
    return new VendorOrder(id(), number, status.name(), theirs, shippingAddress, placedAt);
  }

  private Currency currency() {
    return Currency.getInstance(currency);
  }
}
