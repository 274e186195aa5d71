package org.orderly.ordering.quote;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.Adjustment.Kind;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;

/**
 * The price rules of database tests. While they are in force: 10 % off three pieces or more of a
 * product, 2.00 off goods of 10.00 or more, 8.25 % sales tax, shipping for 4.90, for nothing from
 * 30.00 on.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class SamplePriceRules implements PriceRules {

  private volatile boolean inForce;

  /** Puts the rules in force, or out of it. */
  public void inForce(boolean now) {
    inForce = now;
  }

  @Override
  public Adjustments of(PricedItems items) {
    if (!inForce) {
      return Adjustments.NONE;
    }
    Map<ProductId, List<Adjustment>> ofLines = new HashMap<>();
    Money goods = Money.zero(items.total().currency());
    for (OrderLine line : items.lines()) {
      goods = goods.plus(line.lineTotal());
      if (line.quantity().value().compareTo(BigDecimal.valueOf(3)) >= 0) {
        Money off = percent(line.lineTotal(), "10").negated();
        ofLines.put(line.productId(), List.of(of(Kind.DISCOUNT, "Bulk", off, "promotion:bulk")));
        goods = goods.plus(off);
      }
    }
    return new Adjustments(ofLines, ofOrder(goods));
  }

  private static List<Adjustment> ofOrder(Money goods) {
    List<Adjustment> adjustments = new ArrayList<>();
    Money left = goods;
    if (goods.compareTo(amount("10.00", goods)) >= 0) {
      Money off = amount("-2.00", goods);
      adjustments.add(of(Kind.DISCOUNT, "Welcome", off, "promotion:welcome"));
      left = left.plus(off);
    }
    adjustments.add(of(Kind.TAX, "Sales tax 8.25 %", percent(left, "8.25"), "tax:us-ca"));
    Money parcel = amount("4.90", goods);
    adjustments.add(of(Kind.SHIPPING, "Parcel", parcel, "shipping:parcel"));
    if (goods.compareTo(amount("30.00", goods)) >= 0) {
      Money free = parcel.negated();
      adjustments.add(of(Kind.SHIPPING, "Free shipping", free, "promotion:free-shipping"));
    }
    return adjustments;
  }

  private static Adjustment of(Kind kind, String label, Money amount, String source) {
    return new Adjustment(kind, label, amount, source);
  }

  private static Money amount(String text, Money in) {
    return Money.of(text, in.currency().getCurrencyCode());
  }

  private static Money percent(Money amount, String rate) {
    return new Money(
        BigDecimal.valueOf(amount.minorUnits())
            .multiply(new BigDecimal(rate).movePointLeft(2))
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact(),
        amount.currency());
  }
}
