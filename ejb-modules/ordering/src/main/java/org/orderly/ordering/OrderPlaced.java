package org.orderly.ordering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.ordering.quote.OrderLine;

/**
 * An order was placed.
 *
 * @param adjustments of the whole order
 */
public record OrderPlaced(
    UUID eventId,
    Instant occurredAt,
    OrderId orderId,
    String number,
    UserId userId,
    Money total,
    List<Line> lines,
    List<Adjustment> adjustments)
    implements DomainEvent {

  /** Events from before there were adjustments have none. */
  public OrderPlaced {
    adjustments = adjustments == null ? List.of() : List.copyOf(adjustments);
  }

  /**
   * A line of the order.
   *
   * @param adjustments of this line alone
   */
  public record Line(
      ProductId productId,
      String sku,
      String name,
      Quantity quantity,
      Money unitPrice,
      Money lineTotal,
      List<Adjustment> adjustments) {

    public Line {
      adjustments = adjustments == null ? List.of() : List.copyOf(adjustments);
    }
  }

  static OrderPlaced of(Order order, Instant at) {
    return new OrderPlaced(
        UuidV7.next(),
        at,
        order.id(),
        order.number(),
        order.buyer(),
        order.total(),
        lines(order.items().lines()),
        order.items().adjustments());
  }

  /** The lines as events show them. */
  public static List<Line> lines(List<OrderLine> lines) {
    return lines.stream()
        .map(
            line ->
                new Line(
                    line.productId(),
                    line.sku(),
                    line.name(),
                    line.quantity(),
                    line.unitPrice(),
                    line.lineTotal(),
                    line.adjustments()))
        .toList();
  }

  @Override
  public UUID aggregateId() {
    return orderId.value();
  }
}
