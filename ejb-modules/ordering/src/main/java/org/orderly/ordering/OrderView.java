package org.orderly.ordering;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.PostalAddress;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.quote.OrderLine;
import org.orderly.payment.gateway.NextAction;

/**
 * An order as the API shows it.
 *
 * @param number the order number, such as {@code 2026-000123}
 * @param status the name of an {@link OrderStatus}
 * @param adjustments of the whole order
 * @param total the sum of the lines' totals and of all adjustments
 * @param nextAction what the buyer has to do to pay; only in the answer that placed the order
 * @param userId the buyer; for a guest, an id derived for the e-mail address
 * @param email of a guest; of an account only for admins
 * @param paymentMethod the name of a {@link org.orderly.payment.method.PaymentMethod}
 * @param expiresAt the payment deadline; {@code null} if there is none
 */
public record OrderView(
    OrderId id,
    String number,
    String status,
    List<Item> items,
    List<Adjustment> adjustments,
    Money total,
    PostalAddress shippingAddress,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable NextAction nextAction,
    UserId userId,
    @Nullable String email,
    String paymentMethod) {

  /**
   * A line of an order, at the price when the order was placed; also in its events.
   *
   * @param lineTotal unit price times quantity, rounded half up to the minor unit
   * @param adjustments of this line alone
   */
  public record Item(
      ProductId productId,
      String sku,
      String name,
      Quantity quantity,
      Money unitPrice,
      Money lineTotal,
      List<Adjustment> adjustments) {

    /** Answers kept for replays from before there were adjustments have none. */
    public Item {
      adjustments = adjustments == null ? List.of() : List.copyOf(adjustments);
    }

    public static List<Item> all(List<OrderLine> lines) {
      return lines.stream().map(Item::of).toList();
    }

    private static Item of(OrderLine line) {
      return new Item(
          line.productId(),
          line.sku(),
          line.name(),
          line.quantity(),
          line.unitPrice(),
          line.lineTotal(),
          line.adjustments());
    }
  }

  public OrderView {
    items = List.copyOf(items);
    adjustments = adjustments == null ? List.of() : List.copyOf(adjustments);
  }

  OrderView withNextAction(@Nullable NextAction next) {
    return with(next, email);
  }

  /** The same with the buyer's e-mail address, for callers who may see it. */
  public OrderView withEmail(@Nullable String address) {
    return with(nextAction, address);
  }

  private OrderView with(@Nullable NextAction next, @Nullable String address) {
    return new OrderView(
        id,
        number,
        status,
        items,
        adjustments,
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
