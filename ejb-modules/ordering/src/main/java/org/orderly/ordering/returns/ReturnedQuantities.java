package org.orderly.ordering.returns;

import java.math.RoundingMode;
import org.orderly.kernel.Money;
import org.orderly.kernel.Quantity;

/**
 * The quantities of an order's lines that are in returns already.
 *
 * <p>Further goods are worth what all of it together cost, less what the earlier ones were worth.
 * Rounding each return for itself would give back more, or less, than was paid: ten returns of a
 * tenth of 0.05 would be worth 0.10.
 *
 * @param taken what is in returns, received or not, and so cannot be returned again
 * @param received what was received
 * @param receivedValue what the received goods were worth
 */
record ReturnedQuantities(Quantity taken, Quantity received, Money receivedValue) {

  /** What so much more would be worth if all that was announced before had been received. */
  Money valueAnnounced(Quantity more, Money unitPrice) {
    return paidFor(taken.plus(more), unitPrice).minus(paidFor(taken, unitPrice));
  }

  /** What so much more, received now, is worth. */
  Money valueReceived(Quantity more, Money unitPrice) {
    return paidFor(received.plus(more), unitPrice).minus(receivedValue);
  }

  /** Rounded as the order's lines are, so that all of a line is worth exactly its total. */
  private static Money paidFor(Quantity quantity, Money unitPrice) {
    return unitPrice.times(quantity, RoundingMode.HALF_UP);
  }
}
