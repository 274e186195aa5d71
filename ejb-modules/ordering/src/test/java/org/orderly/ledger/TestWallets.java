package org.orderly.ledger;

import java.util.HashMap;
import java.util.Map;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;

/** Locked wallets without a database. */
public final class TestWallets {

  private TestWallets() {}

  public static LockedWallets locked(Map<UserId, Money> balances) {
    Map<CustomerAccount, Money> wallets = new HashMap<>();
    balances.forEach((owner, money) -> wallets.put(CustomerAccount.of(owner, money), money));
    return new LockedWallets(wallets);
  }
}
