package org.orderly.ordering.tracking;

import org.orderly.kernel.DomainException;

/** The caller has reached the limit of open streams. */
final class StreamLimitReached extends DomainException {

  private static final long serialVersionUID = 1L;

  StreamLimitReached(int most) {
    super(Kind.LIMITED, "stream-limit-reached", "nobody may listen more than " + most + " times");
  }
}
