package org.orderly.payment.lifecycle;

/** The payment state of an order. */
public enum PaymentState {
  /** All of it has come or is promised. */
  PAID,
  /** Some of it is still waited for. */
  WAITING,
  /** Some of it will not come. */
  FAILED
}
