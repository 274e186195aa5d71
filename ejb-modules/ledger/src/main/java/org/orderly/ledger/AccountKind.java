package org.orderly.ledger;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;

/**
 * What an account is for.
 *
 * <p>A customer's account keeps its balance in its row, under the row's lock, and never falls below
 * zero. The shop's own accounts keep none: theirs is the sum of their postings, so that no row is a
 * queue of all customers. What the shop owes or earned has come in more than it went out; what it
 * owns or spent has gone out more than it came in.
 */
public enum AccountKind {
  /** A customer's money, to spend or to withdraw. Rows of one owner are locked in this order. */
  WALLET(true),
  /** A customer's money that waits for a payout or an order. */
  HELD(true),
  /** What orders brought in. */
  SALES(false),
  /** The shop's money at the payment gateway; goes out to whoever it came in for. */
  GATEWAY(false),
  /** The shop's money at its bank, where invoices are paid to. */
  BANK(false),
  /** What gateways charged for their work. */
  FEES(false),
  /** What gateways took back from the shop until a dispute is decided. */
  DISPUTES(false),
  /** What lost disputes cost. */
  LOSSES(false);

  private final boolean owned;

  AccountKind(boolean owned) {
    this.owned = owned;
  }

  /**
   * Reads the name of a kind, in either case.
   *
   * @return {@code null} for no text
   * @throws InvalidValue for any other text
   */
  public static @Nullable AccountKind of(@Nullable String text) {
    try {
      return text == null ? null : valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("kind", "is not a kind of account");
    }
  }

  /** Whether each belongs to a customer. */
  public boolean isOwned() {
    return owned;
  }
}
