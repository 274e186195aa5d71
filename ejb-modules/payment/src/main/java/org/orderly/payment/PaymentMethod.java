package org.orderly.payment;

/** How an order is paid. */
public enum PaymentMethod {
  /** From the buyer's balance, in the checkout's own commit. */
  WALLET
}
