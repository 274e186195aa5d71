package org.orderly.ledger;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.UserId;

/**
 * A reference to an account, in whatever currency: a customer's account, or one of the shop's.
 *
 * @param owner {@code null} for the shop
 */
public record AccountRef(AccountKind kind, @Nullable UserId owner) {

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

  /** The customer's id; empty for the shop. */
  Optional<UUID> ownerId() {
    return Optional.ofNullable(owner).map(UserId::value);
  }

  boolean is(AccountKind other) {
    return kind == other;
  }
}
