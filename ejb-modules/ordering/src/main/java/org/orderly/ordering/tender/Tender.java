package org.orderly.ordering.tender;

import org.orderly.kernel.OrderId;
import org.orderly.payment.method.PaymentPlan;

/**
 * How an order is about to be paid, with all that had to be asked before.
 *
 * @param order the id that the order is to have: a card's money is reserved for it
 */
public record Tender(OrderId order, PaymentPlan plan) {

  static Tender of(PaymentPlan plan) {
    return new Tender(OrderId.newId(), plan);
  }
}
