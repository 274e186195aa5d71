package org.orderly.payment.ledger;

import org.orderly.kernel.UserId;

/**
 * Where money is, in whatever currency: a customer's account, or one of the shop's.
 *
 * @param owner {@code null} for the shop
 */
public record Place(AccountKind kind, UserId owner) {

  public Place {
    if (kind.isOwned() != (owner != null)) {
      throw new IllegalArgumentException(kind + " is not an account of " + owner);
    }
  }

  public static Place walletOf(UserId owner) {
    return new Place(AccountKind.WALLET, owner);
  }

  public static Place heldOf(UserId owner) {
    return new Place(AccountKind.HELD, owner);
  }

  public static Place ofShop(AccountKind kind) {
    return new Place(kind, null);
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
