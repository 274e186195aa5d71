package org.orderly.payment.ledger;

/** Why money moved. One transaction of a kind happens once per reference. */
public enum TransactionKind {
  /** GATEWAY to WALLET, for a transfer. */
  DEPOSIT,
  /** WALLET to HELD, for a transfer that is still to be paid out. */
  WITHDRAWAL,
  /** HELD to WALLET, for a transfer that the gateway refused. */
  WITHDRAWAL_REVERSAL,
  /** HELD to GATEWAY, for a transfer that the gateway paid out. */
  PAYOUT,
  /** WALLET to HELD, for an order that still waits for something. */
  HOLD,
  /** HELD to WALLET, for an order that came to nothing. */
  RELEASE,
  /** WALLET or HELD to SALES. */
  CHARGE,
  /** GATEWAY to SALES, by a card. */
  CAPTURE,
  /** BANK to SALES, by a bank transfer. */
  INVOICE_PAID,
  /** SALES to wherever the money came from, or to WALLET. */
  REFUND,
  /** FEES to GATEWAY. */
  FEE,
  /** DISPUTES to GATEWAY, which took the money back for now. */
  DISPUTE_OPENED,
  /** GATEWAY to DISPUTES. */
  DISPUTE_WON,
  /** LOSSES to DISPUTES. */
  DISPUTE_LOST,
  /** The way back of another transaction, which is its reference. */
  REVERSAL
}
