package org.orderly.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;

/** What one order costs and what of it was paid. A wallet pays at once and in full. */
@Entity
@Table(name = "payment")
class Payment {

  enum Status {
    CAPTURED
  }

  @Id private UUID id;

  @Column(name = "order_id")
  private UUID orderId;

  @Column(name = "user_id")
  private UUID userId;

  @Enumerated(EnumType.STRING)
  private PaymentMethod method;

  @Enumerated(EnumType.STRING)
  private Status status;

  @Column(columnDefinition = "char(3)")
  private String currency;

  private long amount;
  private long authorized;
  private long captured;
  private long refunded;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private long version;

  protected Payment() {}

  /** A payment that a wallet has just made. */
  static Payment byWallet(OrderId orderId, UserId userId, Money amount, Instant at) {
    Payment payment = new Payment();
    payment.id = UuidV7.next();
    payment.orderId = orderId.value();
    payment.userId = userId.value();
    payment.method = PaymentMethod.WALLET;
    payment.status = Status.CAPTURED;
    payment.currency = amount.currency().getCurrencyCode();
    payment.amount = amount.minorUnits();
    payment.authorized = amount.minorUnits();
    payment.captured = amount.minorUnits();
    payment.createdAt = at;
    return payment;
  }
}
