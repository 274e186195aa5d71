package org.orderly.ordering.quote;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/**
 * Reduces priced items to smaller quantities. What remains costs what it cost before: adjustments
 * of lines, discounts and taxes shrink with the goods; shipping and fees stay.
 */
final class ReducedPrices {

  private ReducedPrices() {}

  /**
   * @param kept how much of each product remains, at most its quantity; other products are dropped
   */
  static PricedItems of(PricedItems items, Map<ProductId, Quantity> kept) {
    List<OrderLine> lines =
        items.lines().stream()
            .filter(line -> kept.containsKey(line.productId()))
            .map(line -> reduced(line, Objects.requireNonNull(kept.get(line.productId()))))
            .toList();
    return PricedItems.of(items.cartId(), lines, reduced(items, lines));
  }

  private static OrderLine reduced(OrderLine line, Quantity some) {
    Money total = line.unitPrice().times(some, PricedItems.ROUNDING);
    Money adjusted = line.chargedFor(some).minus(total);
    List<Money> amounts = new ArrayList<>();
    line.adjustments().forEach(one -> amounts.add(one.amount()));
    amounts.add(line.share());
    List<Money> scaled = new Fraction(some.value(), line.quantity().value()).of(amounts, adjusted);
    return new OrderLine(
        line.productId(),
        line.sku(),
        line.name(),
        some,
        line.unitPrice(),
        total,
        line.vendor(),
        withAmounts(line.adjustments(), scaled),
        adjusted);
  }

  /** The order's own adjustments: those of goods become what the remaining lines share. */
  private static List<Adjustment> reduced(PricedItems items, List<OrderLine> lines) {
    List<Adjustment> ofGoods =
        items.adjustments().stream().filter(one -> one.kind().isOfGoods()).toList();
    Money before = sum(items.lines());
    Money now = sum(lines);
    List<Money> amounts = ofGoods.stream().map(Adjustment::amount).toList();
    List<Adjustment> remaining =
        new ArrayList<>(withAmounts(ofGoods, fraction(items, lines, before, now).of(amounts, now)));
    items.adjustments().stream().filter(one -> !one.kind().isOfGoods()).forEach(remaining::add);
    return remaining;
  }

  /** Adjustments that cancel each other out shrink with the goods. */
  private static Fraction fraction(
      PricedItems items, List<OrderLine> lines, Money before, Money now) {
    if (!before.isZero()) {
      return Fraction.of(now, before);
    }
    Money all = charged(items.lines(), before);
    return all.isZero()
        ? new Fraction(BigDecimal.ZERO, BigDecimal.ONE)
        : Fraction.of(charged(lines, before), all);
  }

  private static Money charged(List<OrderLine> lines, Money none) {
    return lines.stream().map(OrderLine::charged).reduce(none, Money::plus);
  }

  private static Money sum(List<OrderLine> lines) {
    return lines.stream().map(OrderLine::share).reduce(Money::plus).orElseThrow();
  }

  /** What has become nothing is left out. */
  private static List<Adjustment> withAmounts(List<Adjustment> adjustments, List<Money> amounts) {
    List<Adjustment> changed = new ArrayList<>(adjustments.size());
    for (int i = 0; i < adjustments.size(); i++) {
      if (!amounts.get(i).isZero()) {
        changed.add(adjustments.get(i).withAmount(amounts.get(i)));
      }
    }
    return changed;
  }
}
