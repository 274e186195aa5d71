package org.orderly.payment.method;

/**
 * The payment instrument: where the money of a payment comes from. An order may be paid by several.
 */
public enum PaymentInstrument {
  WALLET,
  CARD,
  INVOICE
}
