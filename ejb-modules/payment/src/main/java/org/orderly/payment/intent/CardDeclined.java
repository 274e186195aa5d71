package org.orderly.payment.intent;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.DomainException;

/** The gateway will not reserve the money on this card. */
public final class CardDeclined extends DomainException {

  private static final long serialVersionUID = 1L;

  /**
   * @param reason the gateway's, in kebab case; {@code null} if it gave none
   */
  public CardDeclined(@Nullable String reason) {
    super(
        Kind.RULE_BROKEN,
        "card-declined",
        "the card was declined",
        reason == null ? Map.of() : Map.of("reason", reason));
  }
}
