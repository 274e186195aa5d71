package org.orderly.ordering.payment;

import java.time.Duration;
import org.orderly.kernel.OrderId;
import org.orderly.payment.method.PaymentPlan;

/**
 * A payment that is ready to be charged inside the checkout transaction.
 *
 * @param order the id of the new order; a card is authorized for it
 * @param unpaidFor how long the order may stay unpaid
 */
public record PreparedPayment(OrderId order, PaymentPlan plan, Duration unpaidFor) {

  static PreparedPayment of(PaymentPlan plan, Duration unpaidFor) {
    return new PreparedPayment(OrderId.newId(), plan, unpaidFor);
  }
}
