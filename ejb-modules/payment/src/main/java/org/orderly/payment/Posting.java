package org.orderly.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.orderly.kernel.Money;

/** A positive amount on its way from one account to another; balances by construction. */
@Entity
@Table(name = "posting")
class Posting {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "transaction_id")
  private UUID transactionId;

  private UUID source;
  private UUID destination;
  private long amount;

  @Column(columnDefinition = "char(3)")
  private String currency;

  protected Posting() {}

  Posting(LedgerTransaction transaction, Account source, Account destination, Money amount) {
    this.transactionId = transaction.id();
    this.source = source.id();
    this.destination = destination.id();
    this.amount = amount.minorUnits();
    this.currency = amount.currency().getCurrencyCode();
  }
}
