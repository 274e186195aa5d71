package org.orderly.payment;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.payment.PaymentRow.AtGateway;
import org.orderly.payment.gateway.BalanceTransaction;
import org.orderly.payment.lifecycle.PaymentStatus;
import org.orderly.payment.method.PaymentInstrument;
import org.orderly.payment.method.RefundTarget;

/** Payments of ten euros, for tests. */
final class PaymentFixtures {

  static final Money TEN = Money.of("10.00", "EUR");
  static final Money NOTHING = Money.of("0.00", "EUR");
  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  static final OrderId ORDER = OrderId.newId();
  static final UserId BUYER = UserId.newId();

  private PaymentFixtures() {}

  /** By a card, as stored in this status. */
  static Payment as(PaymentStatus status) {
    return as(status, PaymentInstrument.CARD, 0);
  }

  static Payment as(PaymentStatus status, PaymentInstrument means, int part) {
    boolean promised = status != PaymentStatus.PENDING;
    boolean came =
        switch (status) {
          case PENDING, AUTHORIZED, FAILED, VOIDED -> false;
          default -> true;
        };
    return Payment.stored(
        new PaymentRow(
            UUID.randomUUID(),
            ORDER,
            BUYER,
            part,
            means,
            status,
            new PaymentAmounts(
                TEN, promised ? TEN : NOTHING, came ? TEN : NOTHING, refunded(status), NOTHING),
            new AtGateway("sandbox", "ref", null),
            promised ? null : NOW,
            1));
  }

  private static Money refunded(PaymentStatus status) {
    return switch (status) {
      case PARTIALLY_REFUNDED -> Money.of("0.00", "EUR");
      case REFUNDED -> TEN;
      default -> NOTHING;
    };
  }

  /** Reserves and gives back at once. */
  static Refund refund(Payment payment, Money amount) {
    Refund refund = refundOf(payment, amount);
    payment.reserveRefund(amount);
    payment.completeRefund(refund, NOW);
    return refund;
  }

  static Refund refundOf(Payment payment, Money amount) {
    Refund.Request request = Refund.Request.of(RefundTarget.ORIGINAL, Refund.Cause.REFUND, null);
    return Refund.begin(payment, amount, request, true, NOW);
  }

  /** The capture of a payment as a gateway's account tells it, without a fee. */
  static BalanceTransaction captured(UUID payment, Money amount) {
    return new BalanceTransaction(
        "move-" + payment,
        BalanceTransaction.Kind.CAPTURE,
        payment,
        "auth-" + payment,
        amount,
        Money.zero(amount.currency()),
        Instant.now());
  }
}
