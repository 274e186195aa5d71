package org.orderly.payment.wallet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.payment.gateway.NextAction;
import org.orderly.platform.idempotency.IdempotencyKey;

/**
 * A transfer of money by a gateway.
 *
 * <p>Written as pending before the gateway is asked, and settled, once, by its last word. A pending
 * one is asked about again when it is due, whoever began it: its answer may have been lost, or its
 * asker died.
 */
@Entity
@Table(name = "gateway_transfer")
class GatewayTransfer {

  enum Direction {
    IN,
    OUT
  }

  /** Longer than a request waits for the gateway, however often it tries. */
  static final Duration FIRST_PAUSE = Duration.ofSeconds(45);

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(2);
  private static final int LONGEST_SHIFT = 6;

  /** As long as keys are kept; a later request with the same key is another one. */
  private static final Duration KEY_LIFE = Duration.ofHours(24);

  @Id private UUID id;

  @Column(name = "user_id")
  private UUID userId;

  @Enumerated(EnumType.STRING)
  private Direction direction;

  @Enumerated(EnumType.STRING)
  private TransferStatus status;

  @Column(columnDefinition = "char(3)")
  private String currency;

  private long amount;
  private String gateway;
  private @Nullable String token;

  @Column(name = "gateway_reference")
  private @Nullable String reference;

  @Column(name = "action_url")
  private @Nullable String actionUrl;

  @Column(name = "action_secret")
  private @Nullable String actionSecret;

  private @Nullable String reason;

  @Column(name = "request_key")
  private @Nullable String requestKey;

  @Column(name = "request_fingerprint")
  private String requestFingerprint;

  private int attempts;

  @Column(name = "next_attempt_at")
  private @Nullable Instant nextAttemptAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "settled_at")
  private @Nullable Instant settledAt;

  @Version private long version;

  protected GatewayTransfer() {}

  static GatewayTransfer pending(TransferRequest order, IdempotencyKey request) {
    GatewayTransfer transfer = new GatewayTransfer();
    transfer.id = order.id();
    transfer.direction = order.direction();
    transfer.status = TransferStatus.PENDING;
    transfer.userId = order.user().value();
    transfer.amount = order.amount().minorUnits();
    transfer.currency = order.amount().currency().getCurrencyCode();
    transfer.gateway = order.gateway();
    transfer.token = order.token();
    transfer.requestKey = request.key();
    transfer.requestFingerprint = request.fingerprint();
    transfer.createdAt = order.createdAt();
    transfer.nextAttemptAt = order.createdAt().plus(FIRST_PAUSE);
    return transfer;
  }

  /** Whether it is so old that its request's key may name another one. */
  boolean outlivedItsKey(Instant now) {
    return createdAt.plus(KEY_LIFE).isBefore(now);
  }

  void forgetItsKey() {
    requestKey = null;
  }

  boolean isOf(IdempotencyKey request) {
    return requestFingerprint.equals(request.fingerprint());
  }

  /** Stores the final result. */
  void settle(TransferStatus next, @Nullable String why, Instant now) {
    if (!status.successors().contains(next)) {
      throw new IllegalStateException("transfer " + id + " is " + status + ", not " + next);
    }
    status = next;
    reason = why;
    settledAt = now;
    leaveAlone();
  }

  /** Nothing is left to query. */
  void leaveAlone() {
    nextAttemptAt = null;
    actionUrl = null;
    actionSecret = null;
  }

  /** Queried again after a pause, which grows with each attempt. */
  void askAgain(@Nullable NextAction action, Instant now) {
    actionUrl = NextAction.url(action);
    actionSecret = NextAction.secret(action);
    attempts++;
    nextAttemptAt = now.plus(SHORTEST_PAUSE.multipliedBy(1L << Math.min(attempts, LONGEST_SHIFT)));
  }

  void called(@Nullable String gatewayReference) {
    if (gatewayReference != null) {
      reference = gatewayReference;
    }
  }

  boolean isPending() {
    return status == TransferStatus.PENDING;
  }

  /** Whether the gateway is to be queried for it. */
  boolean isDue() {
    return nextAttemptAt != null;
  }

  boolean isPaidOut() {
    return status == TransferStatus.COMPLETED && direction == Direction.OUT;
  }

  boolean isDeposit() {
    return direction == Direction.IN;
  }

  UUID id() {
    return id;
  }

  UserId user() {
    return new UserId(userId);
  }

  Money amount() {
    return new Money(amount, Currency.getInstance(currency));
  }

  TransferRequest order() {
    return new TransferRequest(
        id, direction, user(), amount(), gateway, token, reference, createdAt, !isPending());
  }

  Transfer view(Money balance) {
    NextAction action = NextAction.stored(actionUrl, actionSecret);
    return new Transfer(
        id, direction.name(), status.name(), amount(), balance, action, reason, createdAt);
  }
}
