package org.orderly.payment.transfer;

/** What becomes of a bank transfer that is not what its invoice asks for. */
public enum TransferDifference {
  /** It is refused, so that somebody looks. */
  REFUSE,
  /**
   * The order counts as paid: the shop bears what is missing, the balance gets what is too much.
   */
  ACCEPT,
  /** All of it goes to the buyer's balance, whatever has become of the order. */
  BALANCE
}
