package org.orderly.payment;

import java.lang.reflect.Field;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;

/** Accounts as the database would give them; only rows make accounts. */
final class StoredAccounts {

  private StoredAccounts() {}

  static Account wallet(String balance, String currency) {
    Account account = ofShop(Account.Kind.WALLET, currency);
    set(account, "owner", UserId.newId().value());
    set(account, "balance", Money.of(balance, currency).minorUnits());
    return account;
  }

  static Account ofShop(Account.Kind kind, String currency) {
    Account account = new Account();
    set(account, "id", UuidV7.next());
    set(account, "kind", kind);
    set(account, "currency", currency);
    return account;
  }

  private static void set(Account account, String column, Object value) {
    try {
      Field field = Account.class.getDeclaredField(column);
      field.setAccessible(true);
      field.set(account, value);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
