package org.orderly.payment.gateway;

import org.orderly.kernel.Money;

/**
 * The current status of an authorization at the gateway, whatever was received before.
 *
 * @param reference the gateway's own; {@code null} only if it is unknown
 * @param authorized what was reserved at first, also after it was captured or given up
 * @param captured what was taken of it
 * @param refunded what was given back of that
 * @param fee what the gateway kept of the capture; {@code null} if not known
 * @param nextAction what the buyer must do first; only with {@code ACTION_REQUIRED}
 * @param declineCode why it was declined; only with {@code DECLINED}
 */
public record AuthorizationStatus(
    State state,
    String reference,
    Money authorized,
    Money captured,
    Money refunded,
    Money fee,
    NextAction nextAction,
    String declineCode) {

  public enum State {
    /** The gateway does not know it: nothing was reserved. */
    UNKNOWN,
    ACTION_REQUIRED,
    /** The gateway is still finding out. */
    PENDING,
    AUTHORIZED,
    CAPTURED,
    VOIDED,
    DECLINED
  }

  public static AuthorizationStatus unknown() {
    return new AuthorizationStatus(State.UNKNOWN, null, null, null, null, null, null, null);
  }
}
