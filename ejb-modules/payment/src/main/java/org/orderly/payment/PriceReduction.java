package org.orderly.payment;

import java.util.List;
import org.orderly.kernel.Money;
import org.orderly.payment.lifecycle.PaymentStatus;
import org.orderly.payment.method.RefundTarget;

/** An order that was paid, or waits for an invoice to be paid, comes to cost less. */
final class PriceReduction {

  private final PaymentBatch writes;
  private final Refund.Request request;
  private Money left;

  PriceReduction(Money less, PaymentBatch writes) {
    this.left = less;
    this.writes = writes;
    this.request = Refund.Request.of(RefundTarget.ORIGINAL, Refund.Cause.EDIT);
  }

  /**
   * Takes it from what came last first.
   *
   * @throws RefundAboveCaptured if there is less left of the payments
   */
  void spread(List<Payment> payments) {
    for (int i = payments.size() - 1; i >= 0 && left.isPositive(); i--) {
      Payment payment = payments.get(i);
      if (payment.is(PaymentStatus.PENDING)) {
        reduce(payment, smaller(payment.amount()));
        writes.update(payment);
      } else if (payment.refundable().isPositive()) {
        Money back = smaller(payment.refundable());
        reduce(payment, back);
        RefundAllocation.refund(payment, back, request, writes);
      }
    }
    if (left.isPositive()) {
      throw new RefundAboveCaptured(Money.zero(left.currency()), left);
    }
  }

  /**
   * Takes it from what came last first, and gives back no more than a given sum.
   *
   * @param back not more than what can be given back of the payments
   */
  void spread(List<Payment> payments, Money back) {
    Money toReturn = back;
    for (int i = payments.size() - 1; i >= 0 && left.isPositive(); i--) {
      Payment payment = payments.get(i);
      reduce(payment, smaller(payment.amount()));
      writes.update(payment);
    }
    if (toReturn.isPositive()) {
      RefundAllocation.refund(payments, toReturn, request, writes);
    }
  }

  private void reduce(Payment payment, Money less) {
    payment.changeAmount(payment.amount().minus(less));
    left = left.minus(less);
  }

  private Money smaller(Money most) {
    return left.compareTo(most) < 0 ? left : most;
  }
}
