package org.orderly.ordering.quote;

import java.util.Map;
import org.orderly.kernel.DomainException;

/** An order costs another sum than the buyer expects; the refusal tells what it costs now. */
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
