package org.orderly.ordering.returns;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.ordering.quote.OrderLine;

/** Lines of orders, also of random prices and quantities, and random divisions of them. */
final class RandomLines {

  private RandomLines() {}

  static OrderLine line(String price, String quantity) {
    Money unitPrice = Money.of(price, "EUR");
    Quantity ordered = Quantity.of(quantity);
    Money total = unitPrice.times(ordered, RoundingMode.HALF_UP);
    return new OrderLine(ProductId.newId(), "sku", "Name", ordered, unitPrice, total, null);
  }

  static OrderLine randomLine(Random random) {
    int scale = random.nextInt(Quantity.MAX_SCALE + 1);
    BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(100_000), scale);
    String price = BigDecimal.valueOf(random.nextInt(random.nextBoolean() ? 20 : 99_999), 2) + "";
    return line(price, quantity.toPlainString());
  }

  /** Parts of which none is nothing, each as finely divided as the whole. */
  static List<Quantity> split(Quantity whole, Random random) {
    int scale = whole.value().scale();
    long left = whole.value().movePointRight(scale).longValueExact();
    List<Quantity> parts = new ArrayList<>();
    while (left > 0 && parts.size() < 20) {
      long part = 1 + random.nextLong(left);
      parts.add(new Quantity(BigDecimal.valueOf(part, scale)));
      left -= part;
    }
    if (left > 0) {
      parts.add(new Quantity(BigDecimal.valueOf(left, scale)));
    }
    return parts;
  }
}
