package org.orderly.payment.gateway;

import org.orderly.kernel.Money;

/**
 * How a gateway answers when it is asked to move money.
 *
 * @param reference what the gateway calls the movement; may be {@code null} if it was refused
 * @param fee what the gateway keeps of it; {@code null} if none or not known yet
 * @param reason why it was refused, in kebab case; {@code null} otherwise
 */
public record Outcome(Result result, String reference, Money fee, String reason) {

  public enum Result {
    COMPLETED,
    /** It is on its way and may still come to nothing. */
    PENDING,
    REFUSED
  }

  public static Outcome completed(String reference, Money fee) {
    return new Outcome(Result.COMPLETED, reference, fee, null);
  }

  public static Outcome pending(String reference) {
    return new Outcome(Result.PENDING, reference, null, null);
  }

  public static Outcome refused(String reason) {
    return new Outcome(Result.REFUSED, null, null, reason);
  }
}
