package org.orderly.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;

/**
 * Wallet balances as they were locked, less what was taken from them in the same transaction. What
 * is taken is written by postings, which check the balances once more.
 */
public final class LockedWallets {

  private final Map<CustomerAccount, Money> balances;

  LockedWallets(Map<CustomerAccount, Money> balances) {
    this.balances = new HashMap<>(balances);
  }

  /** Reads the rows of owner, currency and balance. */
  static LockedWallets read(ResultSet rows) throws SQLException {
    Map<CustomerAccount, Money> balances = new HashMap<>();
    while (rows.next()) {
      String currency = rows.getString(2);
      balances.put(
          new CustomerAccount(new UserId(rows.getObject(1, UUID.class)), currency),
          new Money(rows.getLong(3), Currency.getInstance(currency)));
    }
    return new LockedWallets(balances);
  }

  /**
   * Refuses an amount that a wallet does not cover.
   *
   * @throws InsufficientFunds if the wallet holds less
   */
  public void require(UserId owner, Money amount) {
    Money balance = balance(owner, amount);
    if (balance.compareTo(amount) < 0) {
      throw new InsufficientFunds(balance, amount);
    }
  }

  /** Takes an amount, as {@link #require} has found it covered. */
  public void take(UserId owner, Money amount) {
    balances.put(CustomerAccount.of(owner, amount), balance(owner, amount).minus(amount));
  }

  private Money balance(UserId owner, Money amount) {
    return balances.getOrDefault(CustomerAccount.of(owner, amount), Money.zero(amount.currency()));
  }
}
