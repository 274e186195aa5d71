package org.orderly.ordering.unpaid;

import java.math.BigDecimal;
import java.util.List;

/** Counts of unpaid orders in memory. */
public final class TestUnpaid {

  private static final UnpaidRules RULES = new UnpaidRules(3, 0, new BigDecimal("30"), 50);

  private TestUnpaid() {}

  /** Counts orders that wait: three of a buyer, of 30 together, and half of a product's stock. */
  public static UnpaidCounts counts(List<UnpaidOrder> waiting) {
    UnpaidCounts counts = new UnpaidCounts(RULES);
    for (UnpaidOrder order : waiting) {
      counts.addBuyer(order.buyer(), 1, order.total());
      order
          .items()
          .reservationLines()
          .forEach(line -> counts.addProduct(line.productId().value(), line.quantity().value()));
    }
    return counts;
  }
}
