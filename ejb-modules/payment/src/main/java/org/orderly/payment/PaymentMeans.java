package org.orderly.payment;

/** Where the money of a payment comes from. An order may be paid by several. */
enum PaymentMeans {
  WALLET,
  CARD,
  INVOICE
}
