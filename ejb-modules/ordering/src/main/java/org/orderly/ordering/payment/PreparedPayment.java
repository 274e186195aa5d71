package org.orderly.ordering.payment;

import java.time.Duration;
import org.orderly.kernel.OrderId;
import org.orderly.payment.method.PaymentPlan;

/**
 * How an order is about to be paid, with all that had to be asked before.
 *
 * @param order the id that the order is to have: a card's money is reserved for it
 * @param unpaidFor how long the order may wait for its money if it has to
 */
public record PreparedPayment(OrderId order, PaymentPlan plan, Duration unpaidFor) {

  static PreparedPayment of(PaymentPlan plan, Duration unpaidFor) {
    return new PreparedPayment(OrderId.newId(), plan, unpaidFor);
  }
}
