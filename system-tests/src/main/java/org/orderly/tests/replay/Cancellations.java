package org.orderly.tests.replay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orderly.tests.replay.ReplayedInvoice.Article;

/**
 * Finds for each line of a cancellation the sale that it takes back: the same customer's most
 * recent earlier line of the same code at the same price of which enough is left.
 */
final class Cancellations {

  private record Buying(String customer, Article article) {}

  /** A line of an invoice, and how much of it was not taken back. */
  private static final class Sold {
    private final String invoice;
    private long left;

    Sold(String invoice) {
      this.invoice = invoice;
    }
  }

  /** What has no matching sale in the file: sold before it begins, to nobody, or for nothing. */
  record Unmatched(long lines, long units, BigDecimal worth) {

    static final Unmatched NONE = new Unmatched(0, 0, BigDecimal.ZERO);

    Unmatched plus(long more, BigDecimal price) {
      return new Unmatched(
          lines + 1, units + more, worth.add(price.multiply(BigDecimal.valueOf(more))));
    }
  }

  private final Map<Buying, List<Sold>> sales = new HashMap<>();
  private final Map<List<String>, CancelledQuantity> taken = new LinkedHashMap<>();
  private long lines;
  private Unmatched unmatched = Unmatched.NONE;

  void sold(String invoice, String customer, Article article, long quantity) {
    List<Sold> earlier =
        sales.computeIfAbsent(new Buying(customer, article), key -> new ArrayList<>());
    if (earlier.isEmpty() || !last(earlier).invoice.equals(invoice)) {
      earlier.add(new Sold(invoice));
    }
    last(earlier).left += quantity;
  }

  void cancelled(String number, String customer, Article article, long quantity) {
    List<Sold> earlier = sales.getOrDefault(new Buying(customer, article), List.of());
    for (int i = earlier.size() - 1; i >= 0; i--) {
      Sold sold = earlier.get(i);
      if (sold.left >= quantity) {
        sold.left -= quantity;
        lines++;
        taken
            .computeIfAbsent(
                List.of(number, sold.invoice),
                key -> new CancelledQuantity(number, sold.invoice, customer, new LinkedHashMap<>()))
            .lines()
            .merge(article, quantity, Long::sum);
        return;
      }
    }
    unmatched = unmatched.plus(quantity, article.price());
  }

  /** What can be matched to nothing, such as a line without a customer. */
  void unmatched(long quantity, BigDecimal price) {
    unmatched = unmatched.plus(quantity, price);
  }

  List<CancelledQuantity> taken() {
    return List.copyOf(taken.values());
  }

  /** How many lines found their sale. */
  long lines() {
    return lines;
  }

  Unmatched unmatched() {
    return unmatched;
  }

  private static Sold last(List<Sold> earlier) {
    return earlier.get(earlier.size() - 1);
  }
}
