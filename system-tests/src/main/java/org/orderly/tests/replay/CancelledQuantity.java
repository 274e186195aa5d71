package org.orderly.tests.replay;

import java.math.BigDecimal;
import java.util.Map;
import org.orderly.tests.replay.ReplayedInvoice.Article;

/**
 * What a cancellation takes back of one earlier invoice.
 *
 * @param number the cancellation's
 * @param invoice the number of the invoice that sold it
 */
record CancelledQuantity(String number, String invoice, String customer, Map<Article, Long> lines) {

  BigDecimal total() {
    return lines.entrySet().stream()
        .map(line -> line.getKey().price().multiply(BigDecimal.valueOf(line.getValue())))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  long units() {
    return lines.values().stream().mapToLong(Long::longValue).sum();
  }
}
