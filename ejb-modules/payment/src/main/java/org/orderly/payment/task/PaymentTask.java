package org.orderly.payment.task;

import java.util.UUID;

/**
 * Something that a gateway is to be asked about a payment.
 *
 * @param id the gateway's key for the call
 * @param refundId what is to be given back; {@code null} unless it is a refund
 * @param attempts how often it was tried, this time included
 */
public record PaymentTask(UUID id, UUID paymentId, UUID refundId, Kind kind, int attempts) {

  /** What is to be asked. */
  public enum Kind {
    /** Take what was authorized. */
    CAPTURE,
    /** Give up the payment: undo the authorization, or give back what was captured by then. */
    RELEASE,
    /** Give back a part of what was captured. */
    REFUND,
    /** How it stands; no order of things depends on it. */
    CHECK
  }
}
