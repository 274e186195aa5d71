package org.orderly.tests.replay;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What one customer bought at once.
 *
 * @param lines how many of each article; what the file names twice is added up, as an order would
 */
record ReplayedInvoice(String number, String customer, Map<Article, Long> lines) {

  /** Something sold at one price: the same code at another price is another article. */
  record Article(String code, BigDecimal price) {

    String sku(String run) {
      return run + "-" + code + "-" + price.toPlainString();
    }
  }

  BigDecimal total() {
    return lines.entrySet().stream()
        .map(line -> line.getKey().price().multiply(BigDecimal.valueOf(line.getValue())))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  long units() {
    return lines.values().stream().mapToLong(Long::longValue).sum();
  }
}
