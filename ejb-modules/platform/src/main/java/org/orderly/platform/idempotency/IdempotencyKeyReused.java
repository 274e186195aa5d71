package org.orderly.platform.idempotency;

import org.orderly.kernel.DomainException;

/** An idempotency key was used again with another request. */
public final class IdempotencyKeyReused extends DomainException {

  private static final long serialVersionUID = 1L;

  public IdempotencyKeyReused() {
    super(
        Kind.RULE_BROKEN,
        "idempotency-key-reused",
        "this Idempotency-Key was used for a different request");
  }
}
