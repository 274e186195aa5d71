package org.orderly.tests.drill.customer;

import java.util.Map;
import java.util.UUID;
import org.orderly.tests.load.ShopClient;

/** Somebody registered, with what was deposited at the beginning and never again. */
public final class DrillAccount {
  private static final String PASSWORD = "a drill a day keeps the bugs away";

  private final UUID id;
  private final String email;
  private final String password;
  private final long deposit;
  private volatile String token;

  private DrillAccount(UUID id, String email, String password, long deposit) {
    this.id = id;
    this.email = email;
    this.password = password;
    this.deposit = deposit;
  }

  /**
   * @param deposit in whole units of the currency
   */
  public static DrillAccount open(ShopClient shop, String name, long deposit) {
    String email = name + "@drill.example";
    Map<String, Object> person =
        Map.of("email", email, "password", PASSWORD, "name", "Dora Drill", "acceptTerms", true);
    UUID id = UUID.fromString(shop.post("auth/register", null, null, person).get("id").asText());
    DrillAccount drillAccount = new DrillAccount(id, email, PASSWORD, deposit);
    drillAccount.renew(shop);
    if (deposit > 0) {
      Map<String, String> money =
          Map.of("amount", deposit + ".00", "currency", DrillProducts.CURRENCY);
      shop.post("balance/deposit", drillAccount.token, "deposit", Map.of("amount", money));
    }
    return drillAccount;
  }

  /** Of somebody who is registered already. */
  public static DrillAccount of(String email, String password) {
    return new DrillAccount(null, email, password, 0);
  }

  /** A token lasts for a quarter of an hour. */
  public void renew(ShopClient shop) {
    token = shop.login(email, password);
  }

  public UUID id() {
    return id;
  }

  public String token() {
    return token;
  }

  /** In minor units. */
  public long deposited() {
    return deposit * 100;
  }
}
