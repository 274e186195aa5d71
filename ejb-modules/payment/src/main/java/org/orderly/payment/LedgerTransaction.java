package org.orderly.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.UuidV7;

/** Why money moved; holds postings, happens once per reference, is never changed. */
@Entity
@Table(name = "ledger_transaction")
class LedgerTransaction {

  enum Kind {
    DEPOSIT,
    WITHDRAWAL,
    WITHDRAWAL_REVERSAL,
    CHARGE
  }

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private UUID reference;

  @Column(name = "occurred_at")
  private Instant occurredAt;

  protected LedgerTransaction() {}

  /**
   * @param reference the order or gateway transfer that the money moves for
   */
  LedgerTransaction(Kind kind, UUID reference, Instant occurredAt) {
    this.id = UuidV7.next();
    this.kind = kind;
    this.reference = reference;
    this.occurredAt = occurredAt;
  }

  UUID id() {
    return id;
  }
}
