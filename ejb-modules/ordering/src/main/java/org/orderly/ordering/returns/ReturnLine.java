package org.orderly.ordering.returns;

import java.math.RoundingMode;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.quote.OrderedLine;

/**
 * One product in a return.
 *
 * @param vendor whose product it was; {@code null} for the shop itself
 * @param unitPrice as it was ordered
 * @param quantity how much is to come back
 * @param received how much of it has come
 * @param restocked how much of that is in the stock again
 * @param writtenOff how much of that cannot be sold again
 */
record ReturnLine(
    ProductId productId,
    String sku,
    String name,
    UserId vendor,
    Money unitPrice,
    Quantity quantity,
    Quantity received,
    Quantity restocked,
    Quantity writtenOff) {

  static ReturnLine of(OrderedLine line, Quantity quantity) {
    return new ReturnLine(
        line.productId(),
        line.sku(),
        line.name(),
        line.vendor(),
        line.unitPrice(),
        quantity,
        Quantity.ZERO,
        Quantity.ZERO,
        Quantity.ZERO);
  }

  /** What may still come. */
  Quantity awaited() {
    return quantity.minus(received);
  }

  /** What has come and waits to be restocked or written off. */
  Quantity inHand() {
    return received.minus(restocked).minus(writtenOff);
  }

  ReturnLine plusReceived(Quantity more) {
    return with(received.plus(more), restocked, writtenOff);
  }

  ReturnLine plusRestocked(Quantity more) {
    return with(received, restocked.plus(more), writtenOff);
  }

  ReturnLine plusWrittenOff(Quantity more) {
    return with(received, restocked, writtenOff.plus(more));
  }

  private ReturnLine with(Quantity newReceived, Quantity newRestocked, Quantity newWrittenOff) {
    return new ReturnLine(
        productId,
        sku,
        name,
        vendor,
        unitPrice,
        quantity,
        newReceived,
        newRestocked,
        newWrittenOff);
  }

  /** What so much of it was sold for, rounded as the order's lines are. */
  Money worth(Quantity some) {
    return unitPrice.times(some, RoundingMode.HALF_UP);
  }
}
