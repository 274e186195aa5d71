package org.orderly.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UuidV7;
import org.orderly.payment.method.PaymentInstrument;
import org.orderly.payment.method.RefundTarget;

/**
 * Money of one payment that is given back.
 *
 * @param batch shared by what one request gives back of several payments
 * @param problem why the gateway refused; {@code null} unless it failed
 */
record Refund(
    UUID id,
    UUID batch,
    OrderId order,
    UUID payment,
    Money amount,
    RefundTarget target,
    Cause cause,
    Status status,
    @Nullable String reason,
    @Nullable String problem,
    Instant createdAt) {

  enum Cause {
    REFUND,
    /** What a gateway will not give back goes to the buyer's balance: the shop may not keep it. */
    CANCELLATION,
    EDIT
  }

  enum Status {
    PENDING,
    COMPLETED,
    FAILED
  }

  /** Why money goes back, and where to. */
  record Request(UUID batch, RefundTarget target, Cause cause, @Nullable String reason) {

    static Request of(RefundTarget target, Cause cause) {
      return of(target, cause, null);
    }

    static Request of(RefundTarget target, Cause cause, @Nullable String reason) {
      return new Request(UuidV7.next(), target, cause, reason);
    }
  }

  /** Pending if it goes through a gateway; otherwise it completes in this transaction. */
  static Refund begin(
      Payment payment, Money amount, Request request, boolean byGateway, Instant now) {
    return new Refund(
        UuidV7.next(),
        request.batch(),
        payment.order(),
        payment.id(),
        amount,
        payment.is(PaymentInstrument.INVOICE) ? RefundTarget.BALANCE : request.target(),
        request.cause(),
        byGateway ? Status.PENDING : Status.COMPLETED,
        request.reason(),
        null,
        now);
  }

  /** The same again, but to the buyer's balance. */
  Request toBalance() {
    return new Request(batch, RefundTarget.BALANCE, cause, reason);
  }

  Refund completed() {
    return settled(Status.COMPLETED, null);
  }

  Refund refused(@Nullable String why) {
    return settled(Status.FAILED, why);
  }

  private Refund settled(Status end, @Nullable String why) {
    if (status != Status.PENDING) {
      throw new IllegalStateException("refund " + id + " is " + status);
    }
    return new Refund(
        id, batch, order, payment, amount, target, cause, end, reason, why, createdAt);
  }
}
