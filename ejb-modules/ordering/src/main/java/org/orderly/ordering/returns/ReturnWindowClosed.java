package org.orderly.ordering.returns;

import java.time.Instant;
import java.util.Map;
import org.orderly.kernel.DomainException;

/** The goods arrived too long ago to be sent back. */
final class ReturnWindowClosed extends DomainException {

  private static final long serialVersionUID = 1L;

  ReturnWindowClosed(Instant closedAt) {
    super(
        Kind.RULE_BROKEN,
        "return-window-closed",
        "the goods could be returned until " + closedAt,
        Map.of("closedAt", closedAt));
  }
}
