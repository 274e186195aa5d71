package org.orderly.payment;

import java.util.Map;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.Money;

/** More is to be given back than the shop still has of an order. */
public final class RefundAboveCaptured extends DomainException {

  private static final long serialVersionUID = 1L;

  RefundAboveCaptured(Money refundable, Money requested) {
    super(
        Kind.RULE_BROKEN,
        "refund-above-captured",
        "at most " + refundable + " can be refunded",
        Map.of("refundable", refundable, "requested", requested));
  }
}
