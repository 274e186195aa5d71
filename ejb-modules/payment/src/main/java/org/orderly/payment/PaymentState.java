package org.orderly.payment;

/** How an order stands with its money. */
public enum PaymentState {
  /** All of it has come or is promised. */
  PAID,
  /** Some of it is still waited for. */
  WAITING,
  /** Some of it will not come. */
  FAILED
}
