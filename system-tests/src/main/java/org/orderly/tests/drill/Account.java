package org.orderly.tests.drill;

import java.util.Map;
import java.util.UUID;
import org.orderly.tests.load.ShopClient;

/** Somebody registered, with what was deposited at the beginning and never again. */
final class Account {
  private static final String PASSWORD = "a drill a day keeps the bugs away";

  private final UUID id;
  private final String email;
  private final long deposit;
  private volatile String token;

  private Account(UUID id, String email, long deposit) {
    this.id = id;
    this.email = email;
    this.deposit = deposit;
  }

  /**
   * @param deposit in whole units of the currency
   */
  static Account open(ShopClient shop, String name, long deposit) {
    String email = name + "@drill.example";
    Map<String, Object> person =
        Map.of("email", email, "password", PASSWORD, "name", "Dora Drill", "acceptTerms", true);
    UUID id = UUID.fromString(shop.post("auth/register", null, null, person).get("id").asText());
    Account account = new Account(id, email, deposit);
    account.renew(shop);
    if (deposit > 0) {
      Map<String, String> money = Map.of("amount", deposit + ".00", "currency", Goods.CURRENCY);
      shop.post("balance/deposit", account.token, "deposit", Map.of("amount", money));
    }
    return account;
  }

  /** A token lasts for a quarter of an hour. */
  void renew(ShopClient shop) {
    token = shop.login(email, PASSWORD);
  }

  UUID id() {
    return id;
  }

  String token() {
    return token;
  }

  /** In minor units. */
  long deposited() {
    return deposit * 100;
  }
}
