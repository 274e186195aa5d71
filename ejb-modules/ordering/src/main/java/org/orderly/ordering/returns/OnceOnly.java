package org.orderly.ordering.returns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;
import org.orderly.messaging.Domain;
import org.orderly.messaging.IdempotencyKey;
import org.orderly.messaging.IdempotencyKeys;
import org.orderly.messaging.IdempotentResult;
import org.orderly.ordering.fulfilment.FulfilmentDatabase;

/** The transaction of a request about a return, which has its effect once. */
@ApplicationScoped
class OnceOnly {

  private final IdempotencyKeys keys;

  @Inject
  OnceOnly(@Domain(FulfilmentDatabase.DOMAIN) IdempotencyKeys keys) {
    this.keys = keys;
  }

  @Transactional
  IdempotentResult<ReturnView> run(IdempotencyKey request, Supplier<ReturnView> effect) {
    return keys.once(request, ReturnView.class, effect);
  }
}
