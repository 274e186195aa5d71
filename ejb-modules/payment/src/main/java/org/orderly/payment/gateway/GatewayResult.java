package org.orderly.payment.gateway;

import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;

/**
 * The result of a request to a gateway to move money.
 *
 * @param reference what the gateway calls the movement; may be {@code null} if it was refused
 * @param fee what the gateway keeps of it; {@code null} if none or not known yet
 * @param reason why it was refused, in kebab case; {@code null} otherwise
 */
public record GatewayResult(
    Result result, @Nullable String reference, @Nullable Money fee, @Nullable String reason) {

  public enum Result {
    COMPLETED,
    /** It is on its way and may still come to nothing. */
    PENDING,
    REFUSED
  }

  public static GatewayResult completed(@Nullable String reference) {
    return completed(reference, null);
  }

  public static GatewayResult completed(@Nullable String reference, @Nullable Money fee) {
    return new GatewayResult(Result.COMPLETED, reference, fee, null);
  }

  public static GatewayResult pending(@Nullable String reference) {
    return new GatewayResult(Result.PENDING, reference, null, null);
  }

  public static GatewayResult refused(@Nullable String reason) {
    return new GatewayResult(Result.REFUSED, null, null, reason);
  }
}
