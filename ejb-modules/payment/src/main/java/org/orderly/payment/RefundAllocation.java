package org.orderly.payment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.ledger.AccountRef;
import org.orderly.ledger.TransactionKind;
import org.orderly.payment.lifecycle.PaymentStatus;
import org.orderly.payment.method.PaymentInstrument;
import org.orderly.payment.method.RefundTarget;
import org.orderly.payment.task.PaymentTask;

/**
 * Allocates a refund to the payments of an order: from what came last to what came first, to
 * balances at once, to cards by asking the gateway. Money that came by bank transfer goes to the
 * balance, from where it can be withdrawn.
 */
final class RefundAllocation {

  private RefundAllocation() {}

  /**
   * Gives back an amount over several payments.
   *
   * @throws RefundAboveCaptured if there is less left of them together; nothing has changed then
   */
  static List<Refund> refund(
      List<Payment> payments, Money amount, Refund.Request request, PaymentBatch writes) {
    Money left = amount;
    Money refundable = Money.zero(amount.currency());
    for (Payment payment : payments) {
      refundable = refundable.plus(payment.refundable());
    }
    if (!amount.isPositive() || amount.compareTo(refundable) > 0) {
      throw new RefundAboveCaptured(refundable, amount);
    }
    List<Refund> refunds = new ArrayList<>();
    for (int i = payments.size() - 1; i >= 0 && left.isPositive(); i--) {
      Money back = smaller(left, payments.get(i).refundable());
      if (back.isPositive()) {
        refunds.add(refund(payments.get(i), back, request, writes));
        left = left.minus(back);
      }
    }
    return refunds;
  }

  /** Gives back an amount of one payment. */
  static Refund refund(Payment payment, Money back, Refund.Request request, PaymentBatch writes) {
    boolean byGateway =
        payment.is(PaymentInstrument.CARD) && request.target() == RefundTarget.ORIGINAL;
    Refund refund = Refund.begin(payment, back, request, byGateway, writes.now());
    payment.reserveRefund(back);
    if (byGateway) {
      writes.insert(refund);
      writes.update(payment);
      writes.askRefund(payment, refund);
    } else {
      toBalance(payment, refund, writes);
    }
    return refund;
  }

  private static void toBalance(Payment payment, Refund refund, PaymentBatch writes) {
    payment.completeRefund(refund, writes.now());
    writes.insert(refund);
    writes.update(payment);
    writes.moveBack(payment, refund, AccountRef.walletOf(payment.buyer()));
  }

  /**
   * Undoes a payment, whatever has become of it: what has not come is given up, what has come goes
   * back. A second time changes nothing.
   */
  static void undo(Payment payment, Refund.Request request, PaymentBatch writes) {
    if (payment.refundable().isPositive()) {
      refund(payment, payment.refundable(), request, writes);
    } else if (payment.is(PaymentStatus.PENDING) || payment.is(PaymentStatus.AUTHORIZED)) {
      giveUp(payment, request.reason(), writes);
    }
  }

  private static void giveUp(Payment payment, @Nullable String reason, PaymentBatch writes) {
    if (payment.is(PaymentInstrument.CARD)) {
      writes.dropTasks(payment);
      writes.ask(PaymentTask.Kind.RELEASE, payment);
      return;
    }
    boolean held = payment.is(PaymentStatus.AUTHORIZED);
    payment.giveUp(reason, writes.now());
    writes.update(payment);
    if (held) {
      AccountRef wallet = AccountRef.walletOf(payment.buyer());
      AccountRef from = AccountRef.heldOf(payment.buyer());
      writes.move(TransactionKind.RELEASE, payment, from, wallet, payment.amount());
    }
  }

  private static Money smaller(Money a, Money b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
