package org.orderly.web.edge.body;

import org.orderly.kernel.DomainException;

/** The limit of threads that wait for slow clients is reached. */
final class TooManySlowClients extends DomainException {

  private static final long serialVersionUID = 1L;

  TooManySlowClients() {
    super(Kind.UNAVAILABLE, "too-many-slow-bodies", "too many bodies are on their way; try again");
  }
}
