package org.orderly.payment.gateway;

import org.jspecify.annotations.Nullable;
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
    Result result,
    @Nullable String reference,
    @Nullable NextAction nextAction,
    @Nullable String declineCode,
    @Nullable Money fee) {

  public enum Result {
    AUTHORIZED,
    CAPTURED,
    ACTION_REQUIRED,
    /** Not decided yet; an event or {@link PaymentGateway#status} reports it later. */
    PENDING,
    DECLINED
  }
}
