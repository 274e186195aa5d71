package org.orderly.payment.task;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to a gateway about a payment, as a task.
 *
 * @param id the gateway's key for the call
 * @param refundId what is to be given back; {@code null} unless it is a refund
 * @param attempts how often it was tried, this time included
 */
public record PaymentTask(
    UUID id, UUID paymentId, @Nullable UUID refundId, Kind kind, int attempts) {

  /**
   * The id of the refund that it makes.
   *
   * @throws IllegalStateException if it makes none
   */
  public UUID refund() {
    if (refundId == null) {
      throw new IllegalStateException(kind + " of payment " + paymentId + " makes no refund");
    }
    return refundId;
  }

  /** The kind of request. */
  public enum Kind {
    /** Capture what was authorized. */
    CAPTURE,
    /** Void the authorization, or refund what was captured by then. */
    RELEASE,
    /** Refund a part of what was captured. */
    REFUND,
    /** Query the status; independent of the order of the other tasks. */
    CHECK
  }
}
