package org.orderly.payment.gateway;

import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;

/**
 * A request to a gateway to authorize or capture an amount.
 *
 * @param key names the authorization; the gateway keeps it and returns it in events
 * @param token the gateway's name for a card, never a card's number; {@code null} for the means
 *     that the gateway takes when none is named, where it has one
 * @param captureNow takes the money at once
 * @param returnTo where the buyer is sent after a further step; may be {@code null}
 * @param description for the buyer's statement; may be {@code null}
 */
public record AuthorizationRequest(
    UUID key,
    Money amount,
    @Nullable String token,
    boolean captureNow,
    @Nullable URI returnTo,
    @Nullable String description) {

  public AuthorizationRequest {
    Objects.requireNonNull(key, "key");
    if (!amount.isPositive()) {
      throw new InvalidValue("amount", "must be more than zero");
    }
    if (token != null) {
      CardToken.require(token);
    }
  }
}
