package org.orderly.ordering.quote;

import java.util.Map;
import org.orderly.kernel.DomainException;

/**
 * The total differs from the one that the buyer expects; the problem contains the current quote.
 */
public final class TotalChanged extends DomainException {

  private static final long serialVersionUID = 1L;

  TotalChanged(Quote quote) {
    super(
        Kind.CONFLICT,
        "total-changed",
        "the order costs " + quote.total() + " now",
        Map.of("quote", quote));
  }
}
