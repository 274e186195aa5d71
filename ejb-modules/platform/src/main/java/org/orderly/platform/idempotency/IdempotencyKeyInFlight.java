package org.orderly.platform.idempotency;

import org.orderly.kernel.DomainException;

/** The first request with an idempotency key is not answered yet. */
public final class IdempotencyKeyInFlight extends DomainException {

  private static final long serialVersionUID = 1L;

  IdempotencyKeyInFlight() {
    super(
        Kind.CONFLICT,
        "idempotency-key-in-flight",
        "a request with this Idempotency-Key is being worked on; ask again in a moment");
  }
}
