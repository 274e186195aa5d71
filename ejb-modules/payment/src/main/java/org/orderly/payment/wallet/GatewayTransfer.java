package org.orderly.payment.wallet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;

/**
 * Money that a gateway was asked to move.
 *
 * <p>Written as pending before the gateway is asked; completed or refused, once, by its answer. A
 * pending one whose asker died is taken up again when its request is repeated.
 */
@Entity
@Table(name = "gateway_transfer")
class GatewayTransfer {

  enum Direction {
    IN,
    OUT
  }

  enum Status {
    PENDING,
    COMPLETED,
    REFUSED
  }

  @Id private UUID id;

  @Column(name = "user_id")
  private UUID userId;

  @Enumerated(EnumType.STRING)
  private Direction direction;

  @Enumerated(EnumType.STRING)
  private Status status;

  @Column(columnDefinition = "char(3)")
  private String currency;

  private long amount;
  private String gateway;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private long version;

  protected GatewayTransfer() {}

  static GatewayTransfer pending(
      UUID id, Direction direction, UserId user, Money amount, String gateway, Instant at) {
    GatewayTransfer transfer = new GatewayTransfer();
    transfer.id = id;
    transfer.direction = direction;
    transfer.status = Status.PENDING;
    transfer.userId = user.value();
    transfer.amount = amount.minorUnits();
    transfer.currency = amount.currency().getCurrencyCode();
    transfer.gateway = gateway;
    transfer.createdAt = at;
    return transfer;
  }

  void settle(boolean accepted) {
    if (!isPending()) {
      throw new IllegalStateException("transfer " + id + " is " + status);
    }
    status = accepted ? Status.COMPLETED : Status.REFUSED;
  }

  boolean isPending() {
    return status == Status.PENDING;
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

  Transfer view(Money balance) {
    return new Transfer(id, status.name(), amount(), balance, createdAt);
  }
}
