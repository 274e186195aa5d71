package org.orderly.ledger;

import org.orderly.kernel.UserId;

/**
 * A reference to an account, in whatever currency: a customer's account, or one of the shop's.
 *
 * @param owner {@code null} for the shop
 */
public record AccountRef(AccountKind kind, UserId owner) {

  public AccountRef {
    if (kind.isOwned() != (owner != null)) {
      throw new IllegalArgumentException(kind + " is not an account of " + owner);
    }
  }

  public static AccountRef walletOf(UserId owner) {
    return new AccountRef(AccountKind.WALLET, owner);
  }

  public static AccountRef heldOf(UserId owner) {
    return new AccountRef(AccountKind.HELD, owner);
  }

  public static AccountRef ofShop(AccountKind kind) {
    return new AccountRef(kind, null);
  }

  boolean isOwned() {
    return kind.isOwned();
  }

  /** In SQL, with one parameter for the owner if there is one. */
  String condition(String account) {
    return isOwned()
        ? account + ".owner = ? and " + account + ".kind = '" + kind + "'"
        : account + ".owner is null and " + account + ".kind = '" + kind + "'";
  }
}
