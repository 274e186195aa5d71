package org.orderly.ordering.fulfilment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.UuidV7;
import org.orderly.ordering.access.VisibleLines;
import org.orderly.ordering.quote.OrderLine;
import org.orderly.ordering.selection.NotYourLine;

/**
 * Goods of one order that were shipped together.
 *
 * <p>It begins when the carrier has taken it, and ends when it is delivered. What is in it never
 * changes.
 */
final class Shipment {

  private final UUID id;
  private final OrderId orderId;
  private final String carrier;
  private final @Nullable String trackingNumber;
  private final List<PackedLine> lines;
  private final Instant shippedAt;
  private ShipmentStatus status;
  private @Nullable Instant deliveredAt;

  /** As its rows say. */
  Shipment(
      UUID id,
      OrderId orderId,
      ShipmentStatus status,
      String carrier,
      @Nullable String trackingNumber,
      List<PackedLine> lines,
      Instant shippedAt,
      @Nullable Instant deliveredAt) {
    this.id = id;
    this.orderId = orderId;
    this.status = status;
    this.carrier = carrier;
    this.trackingNumber = trackingNumber;
    this.lines = List.copyOf(lines);
    this.shippedAt = shippedAt;
    this.deliveredAt = deliveredAt;
  }

  /** A new one, of lines that are still open. */
  static Shipment of(
      NewShipment request, List<ProductQuantity> picked, List<OrderLine> ordered, Instant now) {
    Map<ProductId, OrderLine> lines =
        ordered.stream().collect(Collectors.toMap(OrderLine::productId, Function.identity()));
    List<PackedLine> packed =
        picked.stream()
            .map(line -> packed(Objects.requireNonNull(lines.get(line.productId())), line))
            .toList();
    return new Shipment(
        UuidV7.next(),
        request.orderId(),
        ShipmentStatus.SHIPPED,
        request.carrier(),
        request.trackingNumber(),
        packed,
        now,
        null);
  }

  private static PackedLine packed(OrderLine line, ProductQuantity picked) {
    return new PackedLine(
        line.productId(), line.sku(), line.name(), picked.quantity(), line.vendor());
  }

  /**
   * @throws IllegalShipmentTransition if it was delivered before
   */
  void deliver(Instant now) {
    become(ShipmentStatus.DELIVERED);
    deliveredAt = now;
  }

  private void become(ShipmentStatus next) {
    if (!status.successors().contains(next)) {
      throw new IllegalShipmentTransition(status, next);
    }
    status = next;
  }

  /**
   * @throws ShipmentNotFound if none of these lines is in it
   */
  void requireVisible(VisibleLines visible) {
    if (lines.stream().noneMatch(line -> visible.include(line.vendor()))) {
      throw new ShipmentNotFound(id);
    }
  }

  /**
   * @throws ShipmentNotFound if none of these lines is in it
   * @throws NotYourLine if another line is in it
   */
  void requireHandled(VisibleLines handled) {
    requireVisible(handled);
    for (PackedLine line : lines) {
      if (!handled.include(line.vendor())) {
        throw new NotYourLine(line.productId());
      }
    }
  }

  UUID id() {
    return id;
  }

  OrderId orderId() {
    return orderId;
  }

  ShipmentStatus status() {
    return status;
  }

  List<PackedLine> lines() {
    return lines;
  }

  ShipmentView view() {
    return view(VisibleLines.ALL);
  }

  ShipmentView view(VisibleLines visible) {
    return new ShipmentView(
        id,
        orderId,
        status.name(),
        carrier,
        trackingNumber,
        lines.stream()
            .filter(line -> visible.include(line.vendor()))
            .map(PackedLine::view)
            .toList(),
        shippedAt,
        deliveredAt);
  }
}
