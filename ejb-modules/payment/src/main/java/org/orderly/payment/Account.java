package org.orderly.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Currency;
import java.util.UUID;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;

/**
 * A place where money is, in one currency.
 *
 * <p>A customer's wallet keeps its balance in the row, under the row's lock, and never falls below
 * zero. The shop's own accounts keep none: theirs is the sum of their postings, so that no row is a
 * queue of all customers.
 */
@Entity
@Table(name = "account")
class Account {

  enum Kind {
    WALLET,
    SALES,
    GATEWAY
  }

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private UUID owner;

  @Column(columnDefinition = "char(3)")
  private String currency;

  private Long balance;

  @Version private long version;

  protected Account() {}

  UUID id() {
    return id;
  }

  UserId owner() {
    return new UserId(owner);
  }

  boolean isWallet() {
    return kind == Kind.WALLET;
  }

  /**
   * @throws IllegalStateException for an account of the shop, which keeps none
   */
  Money balance() {
    if (!isWallet()) {
      throw new IllegalStateException("account " + id + " keeps no balance");
    }
    return new Money(balance, Currency.getInstance(currency));
  }

  /**
   * @throws InsufficientFunds if it is a wallet that holds less
   */
  void give(Money amount) {
    if (isWallet()) {
      if (balance().compareTo(amount) < 0) {
        throw new InsufficientFunds(balance(), amount);
      }
      balance = balance().minus(amount).minorUnits();
    }
  }

  void take(Money amount) {
    if (isWallet()) {
      balance = balance().plus(amount).minorUnits();
    }
  }
}
