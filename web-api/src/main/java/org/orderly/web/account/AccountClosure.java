package org.orderly.web.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.orderly.identity.Erasure;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.payment.wallet.Wallets;

/** Closes accounts, but never takes money from anybody without a word. */
@ApplicationScoped
class AccountClosure {

  private final Erasure erasure;
  private final Wallets wallets;

  @Inject
  AccountClosure(Erasure erasure, Wallets wallets) {
    this.erasure = erasure;
    this.wallets = wallets;
  }

  /**
   * @param forfeit whether a balance may be lost
   * @throws BalanceLeft if there is one and it may not
   */
  void ofOneself(UserId user, String password, boolean forfeit) {
    erasure.confirm(user, password);
    requireNoBalance(user, forfeit);
    erasure.erase(user);
  }

  /** For an admin whom the user asked; else the same, without the password. */
  void ofSomebody(UserId user, boolean forfeit) {
    requireNoBalance(user, forfeit);
    erasure.erase(user);
  }

  private void requireNoBalance(UserId user, boolean forfeit) {
    List<Money> left =
        Stream.concat(wallets.balances(user).stream(), wallets.held(user).stream())
            .filter(Money::isPositive)
            .toList();
    if (!forfeit && !left.isEmpty()) {
      throw new BalanceLeft(left);
    }
  }
}
