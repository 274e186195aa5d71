package org.orderly.payment.gateway;

import org.orderly.kernel.Money;

/**
 * How a gateway answers to a request for money.
 *
 * @param reference what the gateway calls it; {@code null} if it was declined without one
 * @param nextAction what the buyer must do first; only with {@code ACTION_REQUIRED}
 * @param declineCode why it was declined, in kebab case; only with {@code DECLINED}
 * @param fee what the gateway keeps of money that was taken at once; {@code null} if not known
 */
public record Authorization(
    Result result, String reference, NextAction nextAction, String declineCode, Money fee) {

  public enum Result {
    AUTHORIZED,
    CAPTURED,
    ACTION_REQUIRED,
    /** The gateway is still finding out; a notice or {@link PaymentGateway#status} tells. */
    PENDING,
    DECLINED
  }
}
