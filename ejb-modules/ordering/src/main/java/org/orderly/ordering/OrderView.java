package org.orderly.ordering;

import java.time.Instant;
import java.util.List;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.quote.OrderedLine;
import org.orderly.payment.gateway.NextAction;

/**
 * An order as shown to its buyer.
 *
 * @param number what people call it, such as {@code 2026-000123}
 * @param status the name of an {@link OrderStatus}
 * @param total the sum of the lines' totals
 * @param nextAction what its buyer has to do before it is paid; told when it is placed
 * @param userId who bought it; of a guest, an id that stands for the e-mail address
 * @param email of a guest; of an account only where admins look
 * @param paymentMethod the name of a {@link org.orderly.payment.method.PaymentMethod}
 * @param expiresAt until when it waits for its money; {@code null} if it does not wait
 */
public record OrderView(
    OrderId id,
    String number,
    String status,
    List<Item> items,
    Money total,
    ShippingAddress shippingAddress,
    Instant createdAt,
    Instant expiresAt,
    NextAction nextAction,
    UserId userId,
    String email,
    String paymentMethod) {

  /**
   * One product of the order, as it was offered when the order was placed.
   *
   * @param lineTotal unit price times quantity, rounded half up to the minor unit
   */
  public record Item(
      ProductId productId,
      String sku,
      String name,
      Quantity quantity,
      Money unitPrice,
      Money lineTotal) {

    public static Item of(OrderedLine line) {
      return new Item(
          line.productId(),
          line.sku(),
          line.name(),
          line.quantity(),
          line.unitPrice(),
          line.lineTotal());
    }
  }

  public OrderView {
    items = List.copyOf(items);
  }

  OrderView withNextAction(NextAction next) {
    return with(next, email);
  }

  /** For those who may know how to reach the buyer. */
  public OrderView withEmail(String address) {
    return with(nextAction, address);
  }

  private OrderView with(NextAction next, String address) {
    return new OrderView(
        id,
        number,
        status,
        items,
        total,
        shippingAddress,
        createdAt,
        expiresAt,
        next,
        userId,
        address,
        paymentMethod);
  }
}
