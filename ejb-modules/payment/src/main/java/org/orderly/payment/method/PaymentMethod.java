package org.orderly.payment.method;

/** How an order is paid. */
public enum PaymentMethod {
  /** From the buyer's balance, in the checkout's own commit. */
  WALLET,
  /** By a card, through a gateway. */
  CARD,
  /** By a transfer to the shop's bank; the order waits for the money. */
  INVOICE,
  /** A part from the balance, the rest by a card. */
  SPLIT
}
