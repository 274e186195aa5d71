package org.orderly.ordering;

import java.util.Map;
import org.orderly.kernel.DomainException;

/** An order would keep stock without being paid, and too many of its kind do so already. */
public final class UnpaidLimitReached extends DomainException {

  private static final long serialVersionUID = 1L;

  /**
   * @param limit which one, such as {@code buyer}
   * @param detail in the buyer's words
   */
  UnpaidLimitReached(String limit, String detail) {
    super(Kind.RULE_BROKEN, "unpaid-limit-reached", detail, Map.of("limit", limit));
  }
}
