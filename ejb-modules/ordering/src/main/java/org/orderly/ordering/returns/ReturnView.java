package org.orderly.ordering.returns;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/**
 * A return as shown to whom it concerns.
 *
 * @param status REQUESTED, APPROVED, REFUSED, RECEIVED or COMPLETED
 * @param reason why the buyer sends it back
 * @param refusal why it was refused; {@code null} if it was not
 * @param items those that the asker may see
 * @param refundable what the items cost, with their adjustments and their share of the order's
 *     discounts and taxes: those received if any was, else all that were requested; nothing if
 *     refused. What all returns of a line are worth adds up to what it cost. Refunds are made by
 *     requests of their own
 */
public record ReturnView(
    UUID id,
    OrderId orderId,
    String status,
    String reason,
    @Nullable String refusal,
    List<Item> items,
    Money refundable,
    Instant requestedAt) {

  /**
   * One product of it.
   *
   * @param quantity how much is to come back
   * @param received how much of it has come
   * @param restocked how much of that is in the stock again
   * @param writtenOff how much of that cannot be sold again
   * @param refundable as in the return, of this product
   */
  public record Item(
      ProductId productId,
      String sku,
      String name,
      Quantity quantity,
      Quantity received,
      Quantity restocked,
      Quantity writtenOff,
      Money unitPrice,
      Money refundable) {}

  public ReturnView {
    items = List.copyOf(items);
  }

  static ReturnView of(
      UUID id,
      OrderId orderId,
      ReturnStatus status,
      String reason,
      @Nullable String refusal,
      Instant requestedAt,
      List<ReturnLine> lines) {
    List<Item> items = lines.stream().map(line -> item(line, status)).toList();
    Money worth = items.stream().map(Item::refundable).reduce(Money::plus).orElseThrow();
    return new ReturnView(id, orderId, status.name(), reason, refusal, items, worth, requestedAt);
  }

  private static Item item(ReturnLine line, ReturnStatus status) {
    return new Item(
        line.productId(),
        line.sku(),
        line.name(),
        line.quantity(),
        line.received(),
        line.restocked(),
        line.writtenOff(),
        line.unitPrice(),
        refundable(line, status));
  }

  private static Money refundable(ReturnLine line, ReturnStatus status) {
    return switch (status) {
      case REQUESTED, APPROVED -> line.requestedValue();
      case RECEIVED, COMPLETED -> line.receivedValue();
      case REFUSED -> Money.zero(line.unitPrice().currency());
    };
  }
}
