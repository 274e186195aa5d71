package org.orderly.ordering.returns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;
import org.orderly.messaging.Answer;
import org.orderly.messaging.ForDomain;
import org.orderly.messaging.IdempotencyKeys;
import org.orderly.messaging.RequestKey;
import org.orderly.ordering.fulfilment.FulfilmentDatabase;

/** The transaction of a request about a return, which has its effect once. */
@ApplicationScoped
class OnceOnly {

  private final IdempotencyKeys keys;

  @Inject
  OnceOnly(@ForDomain(FulfilmentDatabase.DOMAIN) IdempotencyKeys keys) {
    this.keys = keys;
  }

  @Transactional
  Answer<ReturnView> run(RequestKey request, Supplier<ReturnView> effect) {
    return keys.once(request, ReturnView.class, effect);
  }
}
