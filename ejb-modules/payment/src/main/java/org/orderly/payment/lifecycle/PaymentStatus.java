package org.orderly.payment.lifecycle;

import java.util.Set;

/** Where a payment is in its life, and where it may go from there. */
public enum PaymentStatus {
  /** Waits for money: a step that the buyer has to take, or an invoice to be paid. */
  PENDING,
  /** The money is promised: authorized by a gateway, or held in the wallet. */
  AUTHORIZED,
  /** The money is the shop's. */
  CAPTURED,
  PARTIALLY_REFUNDED,
  REFUNDED,
  /** The buyer's bank has taken the money back until it is known who is right. */
  DISPUTED,
  /** The bank keeps it. */
  CHARGED_BACK,
  /** The gateway refused. */
  FAILED,
  /** Voided before any money was captured. */
  VOIDED;

  public Set<PaymentStatus> successors() {
    return switch (this) {
      case PENDING -> Set.of(AUTHORIZED, CAPTURED, FAILED, VOIDED);
      case AUTHORIZED -> Set.of(CAPTURED, VOIDED, FAILED);
      case CAPTURED, PARTIALLY_REFUNDED -> Set.of(PARTIALLY_REFUNDED, REFUNDED, DISPUTED);
      case DISPUTED -> Set.of(CAPTURED, PARTIALLY_REFUNDED, CHARGED_BACK);
      case REFUNDED, CHARGED_BACK, FAILED, VOIDED -> Set.of();
    };
  }
}
