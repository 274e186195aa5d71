package org.orderly.ordering.quote;

import java.util.Map;
import org.orderly.kernel.DomainException;

/** The shop's price rules give no price that can be charged, such as a negative one. */
public final class InvalidAdjustments extends DomainException {

  private static final long serialVersionUID = 1L;

  InvalidAdjustments(String problem) {
    super(
        Kind.RULE_BROKEN,
        "invalid-adjustments",
        "the price rules of the shop give no valid price: " + problem,
        Map.of("problem", problem));
  }
}
