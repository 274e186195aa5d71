package org.orderly.payment.intent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Card authorizations as they were locked; an order is placed on each of them once. */
public final class LockedIntents {

  private final Map<UUID, CardIntent> live = new HashMap<>();

  LockedIntents(List<CardIntent> intents) {
    intents.forEach(intent -> live.put(intent.id(), intent));
  }

  /**
   * Refuses an authorization that no order can be placed on.
   *
   * @throws AuthorizationExpired if it was released, or an order was placed on it
   */
  public void require(CardAuthorization authorization) {
    CardIntent intent = live.get(authorization.paymentId());
    if (intent == null
        || !intent.order().equals(authorization.order())
        || intent.state() != CardIntentRepository.stateOf(authorization)) {
      throw new AuthorizationExpired();
    }
  }

  /** Notes that an order is placed on an authorization; the charge writes it. */
  public void place(CardAuthorization authorization) {
    live.remove(authorization.paymentId());
  }
}
