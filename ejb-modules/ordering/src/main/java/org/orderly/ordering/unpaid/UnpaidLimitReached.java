package org.orderly.ordering.unpaid;

import java.util.Map;
import org.orderly.kernel.DomainException;

/** An unpaid order would exceed a limit of the stock that unpaid orders may reserve. */
public final class UnpaidLimitReached extends DomainException {

  private static final long serialVersionUID = 1L;

  /**
   * @param limit the limit, such as {@code buyer}
   * @param detail a message for the buyer
   */
  UnpaidLimitReached(String limit, String detail) {
    super(Kind.RULE_BROKEN, "unpaid-limit-reached", detail, Map.of("limit", limit));
  }
}
