package org.orderly.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.platform.persistence.SqlBatch;

/** What customers' accounts hold. Within a transaction it is seen as that has made it. */
@ApplicationScoped
public class BalanceQueries {

  private static final String OF_OWNER =
      "select currency, balance from account where owner = ? and kind = ? order by currency";

  private final PaymentDatabase database;

  @Inject
  protected BalanceQueries(PaymentDatabase database) {
    this.database = database;
  }

  /** In every currency that was ever there, ordered by its code. */
  public List<Money> of(AccountRef accountRef) {
    List<Money> balances = new ArrayList<>();
    SqlBatch trip =
        new SqlBatch()
            .query(
                row -> readAll(row, balances),
                OF_OWNER,
                accountRef.owner().value(),
                accountRef.kind().name());
    database.run(trip);
    return balances;
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

  private static void readAll(ResultSet row, List<Money> balances) throws SQLException {
    while (row.next()) {
      balances.add(new Money(row.getLong(2), Currency.getInstance(row.getString(1))));
    }
  }
}
