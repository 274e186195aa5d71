package org.orderly.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.List;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/** Reads the balances of customers' accounts, including what the caller's transaction changed. */
@ApplicationScoped
public class BalanceQueries {

  private static final String OF_OWNER =
      "select currency, balance from account where owner = ? and kind = ? order by currency";

  private final DomainDatabase database;

  @Inject
  protected BalanceQueries(@Domain(PaymentDatabase.NAME) DomainDatabase database) {
    this.database = database;
  }

  /** In every currency that was ever there, ordered by its code. */
  public List<Money> of(AccountRef accountRef) {
    return database.list(
        row -> new Money(row.getLong(2), Currency.getInstance(row.getString(1))),
        OF_OWNER,
        accountRef.ownerId().orElseThrow(),
        accountRef.kind().name());
  }

  /** In one currency; zero if there never was any. */
  public Money of(AccountRef accountRef, Currency currency) {
    return of(accountRef).stream()
        .filter(balance -> balance.currency().equals(currency))
        .findFirst()
        .orElse(Money.zero(currency));
  }

  /** What is in a user's wallet, in one currency. */
  public Money wallet(UserId user, Currency currency) {
    return of(AccountRef.walletOf(user), currency);
  }
}
