package org.orderly.documents;

import java.time.Instant;
import java.util.List;
import org.orderly.kernel.Money;
import org.orderly.kernel.Quantity;

/**
 * What an invoice says for ever, as it is kept; whom it is for stands beside it, since a person may
 * ask to be forgotten.
 *
 * @param seller who sells, line by line
 * @param payment how it is paid: the name of a payment method
 */
record InvoiceContent(
    List<String> seller,
    String orderNumber,
    Instant placedAt,
    String payment,
    List<Line> lines,
    Money total) {

  /** One product at the price of the order. */
  record Line(String sku, String name, Quantity quantity, Money unitPrice, Money total) {}
}
