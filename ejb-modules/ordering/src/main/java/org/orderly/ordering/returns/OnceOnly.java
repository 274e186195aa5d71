package org.orderly.ordering.returns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.idempotency.IdempotencyKeys;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.platform.persistence.Domain;

/** The transaction of a request about a return, which has its effect once. */
@ApplicationScoped
class OnceOnly {

  private final IdempotencyKeys keys;

  @Inject
  OnceOnly(@Domain(OrderingDatabase.NAME) IdempotencyKeys keys) {
    this.keys = keys;
  }

  @Transactional
  IdempotentResult<ReturnView> run(IdempotencyKey request, Supplier<ReturnView> effect) {
    return keys.once(request, ReturnView.class, effect);
  }
}
