package org.orderly.payment;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.ledger.AccountKind;
import org.orderly.ledger.AccountRef;
import org.orderly.ledger.TransactionKind;
import org.orderly.payment.gateway.AuthorizationStatus;
import org.orderly.payment.gateway.GatewayResult;
import org.orderly.payment.lifecycle.PaymentStatus;
import org.orderly.payment.method.RefundTarget;
import org.orderly.payment.task.PaymentTask;
import org.orderly.payment.task.PaymentTaskRepository;

/**
 * Enters the result of a gateway task in a transaction of the payment database that ends the task
 * together with its effect. A task that has ended already, or was taken back, has no effect.
 */
@Stateless
public class TaskResults {

  private static final AccountRef GATEWAY = AccountRef.ofShop(AccountKind.GATEWAY);
  private static final AccountRef SALES = AccountRef.ofShop(AccountKind.SALES);
  private static final AccountRef FEES = AccountRef.ofShop(AccountKind.FEES);

  @Inject private LockedPayments lockedPayments;
  @Inject private PaymentTaskRepository tasks;

  /** Public, since the EJB container finds no other. */
  public TaskResults() {}

  /** What is done to a payment that is locked, by a task that was open until now. */
  @FunctionalInterface
  private interface Effect {
    void on(Payment payment, PaymentBatch writes);
  }

  private void end(PaymentTask task, Effect effect) {
    Payment payment = lockedPayments.lock(task.paymentId());
    if (!tasks.isOpen(task)) {
      return;
    }
    PaymentBatch writes = lockedPayments.open();
    tasks.end(writes.batch(), task);
    effect.on(payment, writes);
    lockedPayments.close(writes);
  }

  /** There is nothing left to do. */
  public void done(PaymentTask task) {
    end(task, (payment, writes) -> {});
  }

  /** The gateway has captured the money. */
  public void captured(PaymentTask task, Money came, @Nullable Money fee) {
    end(task, (payment, writes) -> capture(payment, came, fee, writes));
  }

  private static void capture(
      Payment payment, Money came, @Nullable Money fee, PaymentBatch writes) {
    payment.capture(came, writes.now());
    writes.update(payment);
    writes.move(TransactionKind.CAPTURE, payment, GATEWAY, SALES, came);
    if (fee != null && fee.isPositive()) {
      writes.move(TransactionKind.FEE, payment, FEES, GATEWAY, fee);
    }
  }

  /** The gateway has refused the capture for good. */
  public void failed(PaymentTask task, @Nullable String reason) {
    end(
        task,
        (payment, writes) -> {
          payment.fail(reason, writes.now());
          writes.update(payment);
        });
  }

  /** The gateway has voided the authorization. */
  public void released(PaymentTask task) {
    end(
        task,
        (payment, writes) -> {
          payment.giveUp("released", writes.now());
          writes.update(payment);
        });
  }

  /** The authorization that was to be voided had been captured; it has to be refunded. */
  public void overtaken(PaymentTask task, Money came, @Nullable Money fee) {
    end(
        task,
        (payment, writes) -> {
          if (!payment.refundable().isPositive()) {
            capture(payment, came, fee, writes);
          }
          Refund.Request request =
              Refund.Request.of(RefundTarget.ORIGINAL, Refund.Cause.CANCELLATION);
          RefundAllocation.undo(payment, request, writes);
        });
  }

  /** The gateway has refunded the money. */
  public void refunded(PaymentTask task, GatewayResult gatewayResult) {
    end(
        task,
        (payment, writes) -> {
          Refund refund = lockedPayments.refund(task);
          payment.completeRefund(refund, writes.now());
          writes.update(payment);
          writes.settle(refund.completed(), gatewayResult.reference());
          writes.moveBack(payment, refund, GATEWAY);
        });
  }

  /** The gateway refused a refund. What the shop may not keep goes to the buyer's balance. */
  public void refundRefused(PaymentTask task, @Nullable String reason) {
    end(
        task,
        (payment, writes) -> {
          Refund refund = lockedPayments.refund(task);
          payment.keepReserved(refund);
          writes.settle(refund.refused(reason), null);
          if (refund.cause() == Refund.Cause.REFUND) {
            writes.update(payment);
          } else {
            RefundAllocation.refund(payment, refund.amount(), refund.toBalance(), writes);
          }
        });
  }

  /** A payment that was waited for stands like this at the gateway. */
  public void checked(PaymentTask task, AuthorizationStatus authorizationStatus) {
    end(
        task,
        (payment, writes) -> {
          if (!payment.is(PaymentStatus.PENDING)) {
            return;
          }
          if (authorizationStatus.state() == AuthorizationStatus.State.AUTHORIZED
              || authorizationStatus.state() == AuthorizationStatus.State.CAPTURED) {
            payment.authorize(writes.now());
          } else {
            payment.fail(authorizationStatus.declineCode(), writes.now());
          }
          writes.update(payment);
        });
  }
}
