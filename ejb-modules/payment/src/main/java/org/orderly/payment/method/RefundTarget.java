package org.orderly.payment.method;

/** Where money that is given back goes. */
public enum RefundTarget {
  /** To the means that it came from. */
  ORIGINAL,
  /** To the buyer's balance. */
  BALANCE
}
