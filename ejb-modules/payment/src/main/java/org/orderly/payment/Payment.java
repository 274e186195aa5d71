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
import org.orderly.payment.gateway.NextAction;
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
  private Money amount;
  private Money authorized;
  private Money captured;
  private Money refunded;
  private Money refunding;
  private @Nullable Instant expiresAt;
  private int steps;

  /**
   * The gateway that knows of it, what it is called there, and what the buyer has to do about it.
   *
   * @param step {@code null} for nothing
   */
  record AtGateway(String name, String reference, @Nullable NextAction step) {}

  /**
   * As it is stored.
   *
   * @param gateway {@code null} if none knows of it
   * @param expiresAt until when it may wait; {@code null} if it waits no more
   */
  record Row(
      UUID id,
      OrderId order,
      UserId buyer,
      int part,
      PaymentInstrument means,
      PaymentStatus status,
      Money amount,
      Money authorized,
      Money captured,
      Money refunded,
      Money refunding,
      @Nullable AtGateway gateway,
      @Nullable Instant expiresAt,
      int steps) {}

  private Payment(
      UUID id,
      OrderId order,
      UserId buyer,
      int part,
      PaymentInstrument means,
      Money amount,
      @Nullable AtGateway gateway) {
    this.id = id;
    this.order = order;
    this.buyer = buyer;
    this.part = part;
    this.means = means;
    this.amount = amount;
    this.authorized = Money.zero(amount.currency());
    this.captured = authorized;
    this.refunded = authorized;
    this.refunding = authorized;
    this.gateway = gateway;
  }

  static Payment stored(Row row) {
    Payment payment =
        new Payment(
            row.id(),
            row.order(),
            row.buyer(),
            row.part(),
            row.means(),
            row.amount(),
            row.gateway());
    payment.status = row.status();
    payment.authorized = row.authorized();
    payment.captured = row.captured();
    payment.refunded = row.refunded();
    payment.refunding = row.refunding();
    payment.expiresAt = row.expiresAt();
    payment.steps = row.steps();
    return payment;
  }

  /** Without a gateway, and not in any status yet: what it begins as is its first step. */
  static Payment fresh(
      UUID id, OrderId order, UserId buyer, int part, PaymentInstrument means, Money amount) {
    return new Payment(id, order, buyer, part, means, amount, null);
  }

  /** By a card, and not in any status yet: what it begins as is its first step. */
  static Payment freshCard(
      UUID id, OrderId order, UserId buyer, int part, Money amount, AtGateway gateway) {
    return new Payment(id, order, buyer, part, PaymentInstrument.CARD, amount, gateway);
  }

  /** Waits for the buyer, and not for ever. */
  void await(Instant until, Instant now) {
    expiresAt = until;
    become(
        PaymentStatus.PENDING,
        new PaymentPending(UuidV7.next(), now, id, order, buyer, amount, until, means));
  }

  /** All of it is promised. */
  void authorize(Instant now) {
    become(
        PaymentStatus.AUTHORIZED,
        new PaymentAuthorized(UuidV7.next(), now, id, order, buyer, amount));
    authorized = amount;
    expiresAt = null;
  }

  /** All that is owed by it has come. */
  void capture(Instant now) {
    capture(amount, now);
  }

  /** That much has come, which may be more than is owed by now. */
  void capture(Money came, Instant now) {
    become(PaymentStatus.CAPTURED, new PaymentCaptured(UuidV7.next(), now, id, order, buyer, came));
    captured = came;
    authorized = authorized.compareTo(came) < 0 ? came : authorized;
    expiresAt = null;
  }

  void fail(@Nullable String reason, Instant now) {
    become(
        PaymentStatus.FAILED,
        reason,
        new PaymentFailed(UuidV7.next(), now, id, order, buyer, amount));
    expiresAt = null;
  }

  void giveUp(@Nullable String reason, Instant now) {
    become(
        PaymentStatus.VOIDED,
        reason,
        new PaymentVoided(UuidV7.next(), now, id, order, buyer, amount));
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
    refunding = refunding.plus(back);
  }

  /** Reserved money has been given back. */
  void completeRefund(Refund refund, Instant now) {
    refunding = refunding.minus(refund.amount());
    refunded = refunded.plus(refund.amount());
    DomainEvent event =
        new PaymentRefunded(
            UuidV7.next(), now, id, order, buyer, refund.amount(), refund.id(), refund.target());
    if (status == PaymentStatus.DISPUTED) {
      note(PaymentStatus.DISPUTED, null, event);
    } else {
      boolean all = refunded.equals(captured);
      become(all ? PaymentStatus.REFUNDED : PaymentStatus.PARTIALLY_REFUNDED, event);
    }
  }

  /** Reserved money stays. */
  void keepReserved(Refund refund) {
    refunding = refunding.minus(refund.amount());
  }

  /** An edited order owes another amount by it. */
  void changeAmount(Money other) {
    amount = other;
  }

  void dispute(@Nullable String reason, Instant now) {
    disputed(PaymentStatus.DISPUTED, PaymentDisputed.Stage.OPENED, reason, now);
  }

  void winDispute(@Nullable String reason, Instant now) {
    PaymentStatus before =
        refunded.isZero() ? PaymentStatus.CAPTURED : PaymentStatus.PARTIALLY_REFUNDED;
    disputed(before, PaymentDisputed.Stage.WON, reason, now);
  }

  void loseDispute(@Nullable String reason, Instant now) {
    disputed(PaymentStatus.CHARGED_BACK, PaymentDisputed.Stage.LOST, reason, now);
  }

  private void disputed(
      PaymentStatus next, PaymentDisputed.Stage stage, @Nullable String reason, Instant now) {
    Money at = captured.minus(refunded);
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
    return ours ? captured.minus(refunded).minus(refunding) : Money.zero(amount.currency());
  }

  /** Whether nothing of what was captured is left, or will be once the gateway has answered. */
  boolean isRefunded() {
    return status == PaymentStatus.CHARGED_BACK
        || captured.minus(refunded).minus(refunding).isZero();
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
    return amount;
  }

  Money captured() {
    return captured;
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
  Row row() {
    if (status == null) {
      throw new IllegalStateException("payment " + id + " is in no status yet");
    }
    return new Row(
        id,
        order,
        buyer,
        part,
        means,
        status,
        amount,
        authorized,
        captured,
        refunded,
        refunding,
        gateway,
        expiresAt,
        steps);
  }

  /** Returns the steps since the last call; the caller has to write them. */
  List<PaymentStep> pullEvents() {
    List<PaymentStep> taken = List.copyOf(pendingEvents);
    pendingEvents.clear();
    return taken;
  }
}
