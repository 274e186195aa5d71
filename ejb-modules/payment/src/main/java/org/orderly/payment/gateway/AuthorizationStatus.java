package org.orderly.payment.gateway;

import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;

/**
 * The current status of an authorization at the gateway, whatever was received before. One that is
 * unknown has no reference and no amounts.
 *
 * @param reference the gateway's own
 * @param authorized what was reserved at first, also after it was captured or given up
 * @param captured what was taken of it
 * @param refunded what was given back of that
 * @param fee what the gateway kept of the capture; {@code null} if not known
 * @param nextAction what the buyer must do first; only with {@code ACTION_REQUIRED}
 * @param declineCode why it was declined; only with {@code DECLINED}
 */
public record AuthorizationStatus(
    State state,
    @Nullable String reference,
    @Nullable Money authorized,
    @Nullable Money captured,
    @Nullable Money refunded,
    @Nullable Money fee,
    @Nullable NextAction nextAction,
    @Nullable String declineCode) {

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

  /**
   * @throws IllegalStateException if it is unknown, as the amounts do
   */
  @Override
  public String reference() {
    return known(reference);
  }

  @Override
  public Money authorized() {
    return known(authorized);
  }

  @Override
  public Money captured() {
    return known(captured);
  }

  @Override
  public Money refunded() {
    return known(refunded);
  }

  private static <T> T known(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("the gateway does not know the authorization");
    }
    return value;
  }

  public static AuthorizationStatus unknown() {
    return new AuthorizationStatus(State.UNKNOWN, null, null, null, null, null, null, null);
  }
}
