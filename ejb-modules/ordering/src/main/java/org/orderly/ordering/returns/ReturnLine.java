package org.orderly.ordering.returns;

import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.fulfilment.GoodsItem;
import org.orderly.ordering.quote.OrderLine;

/**
 * One product in a return.
 *
 * @param vendor whose product it was; {@code null} for the shop itself
 * @param unitPrice as it was ordered
 * @param quantity how much is to come back
 * @param received how much of it has come
 * @param restocked how much of that is in the stock again
 * @param writtenOff how much of that cannot be sold again
 * @param requestedValue what the quantity was worth when the return was requested
 * @param receivedValue what the received goods cost, with adjustments
 */
record ReturnLine(
    ProductId productId,
    String sku,
    String name,
    @Nullable UserId vendor,
    Money unitPrice,
    Quantity quantity,
    Quantity received,
    Quantity restocked,
    Quantity writtenOff,
    Money requestedValue,
    Money receivedValue) {

  /**
   * @param earlier what is in returns of the order's line already
   */
  static ReturnLine of(Quantity quantity, ReturnedQuantities earlier) {
    OrderLine line = earlier.line();
    return new ReturnLine(
        line.productId(),
        line.sku(),
        line.name(),
        line.vendor(),
        line.unitPrice(),
        quantity,
        Quantity.ZERO,
        Quantity.ZERO,
        Quantity.ZERO,
        earlier.valueAnnounced(quantity),
        Money.zero(line.unitPrice().currency()));
  }

  GoodsItem goods(Quantity some) {
    return new GoodsItem(productId, sku, name, some);
  }

  /** What may still come. */
  Quantity awaited() {
    return quantity.minus(received);
  }

  /** What has come and waits to be restocked or written off. */
  Quantity inHand() {
    return received.minus(restocked).minus(writtenOff);
  }

  /**
   * @param earlier what is in returns of the order's line already
   */
  ReturnLine plusReceived(Quantity more, ReturnedQuantities earlier) {
    Money value = receivedValue.plus(earlier.valueReceived(more));
    return with(received.plus(more), restocked, writtenOff, value);
  }

  ReturnLine plusRestocked(Quantity more) {
    return with(received, restocked.plus(more), writtenOff, receivedValue);
  }

  ReturnLine plusWrittenOff(Quantity more) {
    return with(received, restocked, writtenOff.plus(more), receivedValue);
  }

  private ReturnLine with(
      Quantity newReceived, Quantity newRestocked, Quantity newWrittenOff, Money newValue) {
    return new ReturnLine(
        productId,
        sku,
        name,
        vendor,
        unitPrice,
        quantity,
        newReceived,
        newRestocked,
        newWrittenOff,
        requestedValue,
        newValue);
  }
}
