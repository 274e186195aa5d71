package org.orderly.documents;

import java.time.Instant;
import java.util.List;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.Money;
import org.orderly.kernel.Quantity;

/**
 * What an invoice says for ever, as it is kept; whom it is for stands beside it, since a person may
 * ask to be forgotten.
 *
 * @param seller who sells, line by line
 * @param payment how it is paid: the name of a payment method
 * @param adjustments of the whole order
 */
record InvoiceContent(
    List<String> seller,
    String orderNumber,
    Instant placedAt,
    String payment,
    List<Line> lines,
    List<Adjustment> adjustments,
    Money total) {

  /** Invoices from before there were adjustments have none. */
  InvoiceContent {
    adjustments = adjustments == null ? List.of() : List.copyOf(adjustments);
  }

  /**
   * One product at the price of the order.
   *
   * @param total unit price times quantity
   * @param adjustments of this line alone
   */
  record Line(
      String sku,
      String name,
      Quantity quantity,
      Money unitPrice,
      Money total,
      List<Adjustment> adjustments) {

    Line {
      adjustments = adjustments == null ? List.of() : List.copyOf(adjustments);
    }
  }
}
