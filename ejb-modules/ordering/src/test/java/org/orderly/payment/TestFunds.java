package org.orderly.payment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.ledger.TestWallets;
import org.orderly.payment.intent.CardAuthorizations;
import org.orderly.platform.persistence.SqlBatch;

/** Locked wallets without a database; what is charged is not written. */
public final class TestFunds {

  private TestFunds() {}

  public static LockedFunds locked(Map<UserId, Money> balances, Instant now) {
    return new LockedFunds(
        TestWallets.locked(balances),
        CardAuthorizations.lock(new SqlBatch(), List.of()).get(),
        new PaymentBatch(null, null, null, now));
  }
}
