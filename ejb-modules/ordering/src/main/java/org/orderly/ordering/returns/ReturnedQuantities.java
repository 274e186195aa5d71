package org.orderly.ordering.returns;

import org.orderly.kernel.Money;
import org.orderly.kernel.Quantity;
import org.orderly.ordering.quote.OrderLine;

/**
 * The quantities of an order's line that are in returns already.
 *
 * <p>Further goods are worth what all of it together cost, less what the earlier ones were worth.
 * Rounding each return for itself would give back more, or less, than was paid: ten returns of a
 * tenth of 0.05 would be worth 0.10. What goods cost includes the adjustments of their line and
 * their share of the order's discounts and taxes.
 *
 * @param taken what is in returns, received or not, and so cannot be returned again
 * @param received what was received
 * @param receivedValue what the received goods were worth
 */
record ReturnedQuantities(OrderLine line, Quantity taken, Quantity received, Money receivedValue) {

  /** Of a line of which nothing is in returns. */
  static ReturnedQuantities none(OrderLine line) {
    return new ReturnedQuantities(
        line, Quantity.ZERO, Quantity.ZERO, Money.zero(line.unitPrice().currency()));
  }

  /** What so much more would be worth if all that was announced before had been received. */
  Money valueAnnounced(Quantity more) {
    return line.chargedFor(taken.plus(more)).minus(line.chargedFor(taken));
  }

  /**
   * What so much more, received now, is worth. If the rest of the order was cancelled after the
   * earlier goods were received, its price was rounded anew, and they may have been worth a minor
   * unit more than they would be now.
   */
  Money valueReceived(Quantity more) {
    Money value = line.chargedFor(received.plus(more)).minus(receivedValue);
    return value.isNegative() ? Money.zero(value.currency()) : value;
  }
}
