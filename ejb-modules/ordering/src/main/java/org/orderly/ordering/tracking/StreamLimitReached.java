package org.orderly.ordering.tracking;

import org.orderly.kernel.DomainException;

/** One person listens as often as one may. */
final class StreamLimitReached extends DomainException {

  private static final long serialVersionUID = 1L;

  StreamLimitReached(int most) {
    super(Kind.LIMITED, "stream-limit-reached", "nobody may listen more than " + most + " times");
  }
}
