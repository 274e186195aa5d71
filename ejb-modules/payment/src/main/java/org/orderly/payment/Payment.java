package org.orderly.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.payment.PaymentRow.AtGateway;
import org.orderly.payment.lifecycle.IllegalPaymentTransition;
import org.orderly.payment.lifecycle.PaymentAuthorized;
import org.orderly.payment.lifecycle.PaymentCaptured;
import org.orderly.payment.lifecycle.PaymentDisputed;
import org.orderly.payment.lifecycle.PaymentFailed;
import org.orderly.payment.lifecycle.PaymentPending;
import org.orderly.payment.lifecycle.PaymentRefunded;
import org.orderly.payment.lifecycle.PaymentStatus;
import org.orderly.payment.lifecycle.PaymentStep;
import org.orderly.payment.lifecycle.PaymentVoided;
import org.orderly.payment.method.PaymentInstrument;

/**
 * What one means pays for an order.
 *
 * <p>It begins as what is known when the order is placed: CAPTURED from a wallet, AUTHORIZED by a
 * card, PENDING while the buyer has something to do. From there it goes where {@link PaymentStatus}
 * lets it, each step told by one event. Money is refunded only while it is the shop's, and what a
 * gateway was asked to give back is reserved until it answers, so that nothing is refunded twice.
 */
final class Payment {

  private final UUID id;
  private final OrderId order;
  private final UserId buyer;
  private final int part;
  private final PaymentInstrument means;
  private final @Nullable AtGateway gateway;
  private final List<PaymentStep> pendingEvents = new ArrayList<>();

  private @Nullable PaymentStatus status;
  private PaymentAmounts amounts;
  private @Nullable Instant expiresAt;
  private int steps;

  private Payment(
      UUID id,
      OrderId order,
      UserId buyer,
      int part,
      PaymentInstrument means,
      PaymentAmounts amounts,
      @Nullable AtGateway gateway) {
    this.id = id;
    this.order = order;
    this.buyer = buyer;
    this.part = part;
    this.means = means;
    this.amounts = amounts;
    this.gateway = gateway;
  }

  static Payment stored(PaymentRow row) {
    Payment payment =
        new Payment(
            row.id(),
            row.order(),
            row.buyer(),
            row.part(),
            row.means(),
            row.amounts(),
            row.gateway());
    payment.status = row.status();
    payment.expiresAt = row.expiresAt();
    payment.steps = row.steps();
    return payment;
  }

  /** Without a gateway, and not in any status yet: what it begins as is its first step. */
  static Payment fresh(
      UUID id, OrderId order, UserId buyer, int part, PaymentInstrument means, Money amount) {
    return new Payment(id, order, buyer, part, means, PaymentAmounts.of(amount), null);
  }

  /** By a card, and not in any status yet: what it begins as is its first step. */
  static Payment freshCard(
      UUID id, OrderId order, UserId buyer, int part, Money amount, AtGateway gateway) {
    return new Payment(
        id, order, buyer, part, PaymentInstrument.CARD, PaymentAmounts.of(amount), gateway);
  }

  /** Waits for the buyer, and not for ever. */
  void await(Instant until, Instant now) {
    expiresAt = until;
    become(
        PaymentStatus.PENDING,
        new PaymentPending(UuidV7.next(), now, id, order, buyer, amounts.owed(), until, means));
  }

  /** All of it is promised. */
  void authorize(Instant now) {
    become(
        PaymentStatus.AUTHORIZED,
        new PaymentAuthorized(UuidV7.next(), now, id, order, buyer, amounts.owed()));
    amounts = amounts.authorize();
    expiresAt = null;
  }

  /** All that is owed by it has come. */
  void capture(Instant now) {
    capture(amounts.owed(), now);
  }

  /** That much has come, which may be more than is owed by now. */
  void capture(Money came, Instant now) {
    become(PaymentStatus.CAPTURED, new PaymentCaptured(UuidV7.next(), now, id, order, buyer, came));
    amounts = amounts.capture(came);
    expiresAt = null;
  }

  void fail(@Nullable String reason, Instant now) {
    become(
        PaymentStatus.FAILED,
        reason,
        new PaymentFailed(UuidV7.next(), now, id, order, buyer, amounts.owed()));
    expiresAt = null;
  }

  void giveUp(@Nullable String reason, Instant now) {
    become(
        PaymentStatus.VOIDED,
        reason,
        new PaymentVoided(UuidV7.next(), now, id, order, buyer, amounts.owed()));
    expiresAt = null;
  }

  /**
   * Reserves money for a refund through a gateway.
   *
   * @throws RefundAboveCaptured if there is less left of it
   */
  void reserveRefund(Money back) {
    if (!back.isPositive() || back.compareTo(refundable()) > 0) {
      throw new RefundAboveCaptured(refundable(), back);
    }
    amounts = amounts.reserve(back);
  }

  /** Reserved money has been given back. */
  void completeRefund(Refund refund, Instant now) {
    amounts = amounts.refund(refund.amount());
    DomainEvent event =
        new PaymentRefunded(
            UuidV7.next(), now, id, order, buyer, refund.amount(), refund.id(), refund.target());
    if (status == PaymentStatus.DISPUTED) {
      note(PaymentStatus.DISPUTED, null, event);
    } else {
      boolean all = amounts.kept().isZero();
      become(all ? PaymentStatus.REFUNDED : PaymentStatus.PARTIALLY_REFUNDED, event);
    }
  }

  /** Reserved money stays. */
  void keepReserved(Refund refund) {
    amounts = amounts.release(refund.amount());
  }

  /** An edited order owes another amount by it. */
  void changeAmount(Money other) {
    amounts = amounts.withOwed(other);
  }

  void dispute(@Nullable String reason, Instant now) {
    disputed(PaymentStatus.DISPUTED, PaymentDisputed.Stage.OPENED, reason, now);
  }

  void winDispute(@Nullable String reason, Instant now) {
    PaymentStatus before =
        amounts.refunded().isZero() ? PaymentStatus.CAPTURED : PaymentStatus.PARTIALLY_REFUNDED;
    disputed(before, PaymentDisputed.Stage.WON, reason, now);
  }

  void loseDispute(@Nullable String reason, Instant now) {
    disputed(PaymentStatus.CHARGED_BACK, PaymentDisputed.Stage.LOST, reason, now);
  }

  private void disputed(
      PaymentStatus next, PaymentDisputed.Stage stage, @Nullable String reason, Instant now) {
    Money at = amounts.kept();
    become(next, reason, new PaymentDisputed(UuidV7.next(), now, id, order, buyer, at, stage));
  }

  private void become(PaymentStatus next, DomainEvent event) {
    become(next, null, event);
  }

  private void become(PaymentStatus next, @Nullable String reason, DomainEvent event) {
    if (status != null && !status.successors().contains(next)) {
      throw new IllegalPaymentTransition(status, next);
    }
    note(next, reason, event);
    status = next;
  }

  private void note(PaymentStatus next, @Nullable String reason, DomainEvent event) {
    pendingEvents.add(new PaymentStep(steps, status, next, event, reason));
    steps++;
  }

  /** What could be given back of it now. */
  Money refundable() {
    boolean ours = status == PaymentStatus.CAPTURED || status == PaymentStatus.PARTIALLY_REFUNDED;
    return ours ? amounts.refundable() : Money.zero(amounts.owed().currency());
  }

  /** Whether nothing of what was captured is left, or will be once the gateway has answered. */
  boolean isRefunded() {
    return status == PaymentStatus.CHARGED_BACK || amounts.refundable().isZero();
  }

  /** Whether nothing more has to happen before the order may go on. */
  boolean isSecured() {
    return status != PaymentStatus.PENDING
        && status != PaymentStatus.FAILED
        && status != PaymentStatus.VOIDED;
  }

  boolean is(PaymentStatus one) {
    return status == one;
  }

  boolean is(PaymentInstrument one) {
    return means == one;
  }

  UUID id() {
    return id;
  }

  OrderId order() {
    return order;
  }

  UserId buyer() {
    return buyer;
  }

  Money amount() {
    return amounts.owed();
  }

  Money captured() {
    return amounts.captured();
  }

  /**
   * @throws IllegalStateException if it is not by card
   */
  AtGateway atGateway() {
    if (gateway == null) {
      throw new IllegalStateException("no gateway knows of payment " + id);
    }
    return gateway;
  }

  /**
   * As it is now.
   *
   * @throws IllegalStateException before its first step
   */
  PaymentRow row() {
    if (status == null) {
      throw new IllegalStateException("payment " + id + " is in no status yet");
    }
    return new PaymentRow(
        id, order, buyer, part, means, status, amounts, gateway, expiresAt, steps);
  }

  /** Returns the steps since the last call; the caller has to write them. */
  List<PaymentStep> pullEvents() {
    List<PaymentStep> taken = List.copyOf(pendingEvents);
    pendingEvents.clear();
    return taken;
  }
}
