package org.orderly.ordering.quote;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;

/**
 * Applies the adjustments of the price rules to priced items.
 *
 * <p>Discounts and taxes of the whole order are shared among the lines, by their subtotals and to
 * the minor unit, so that each line knows what its goods cost. Shipping and fees stay with the
 * order.
 */
final class AdjustedPrices {

  private AdjustedPrices() {}

  /**
   * @throws InvalidAdjustments if there are too many, if one is of a product that is not among the
   *     items, or if a line, the goods or a service would cost less than nothing
   * @throws org.orderly.kernel.CurrencyMismatch if one is in another currency
   */
  static PricedItems of(PricedItems items, PriceRules.Adjustments adjustments) {
    if (adjustments.isEmpty()) {
      return items;
    }
    requireKnown(items, adjustments.ofLines());
    requireCount("the order", adjustments.ofOrder(), PricedItems.MAX_ADJUSTMENTS);
    requireServices(adjustments.ofOrder());
    Money none = Money.zero(items.total().currency());
    List<OrderLine> lines =
        items.lines().stream()
            .map(line -> adjusted(line, adjustments.ofLine(line.productId()), none))
            .toList();
    return PricedItems.of(
        items.cartId(), shared(lines, ofGoods(adjustments.ofOrder(), none)), adjustments.ofOrder());
  }

  private static void requireKnown(
      PricedItems items, Map<ProductId, List<Adjustment>> adjustments) {
    Set<ProductId> unknown = new HashSet<>(adjustments.keySet());
    items.lines().forEach(line -> unknown.remove(line.productId()));
    if (!unknown.isEmpty()) {
      throw new InvalidAdjustments("products that are not among the items are adjusted");
    }
  }

  private static void requireCount(String what, List<Adjustment> adjustments, int most) {
    if (adjustments.size() > most) {
      throw new InvalidAdjustments(what + " has more than " + most + " adjustments");
    }
  }

  /** A promotion may pay the shipping, but no more than that. */
  private static void requireServices(List<Adjustment> adjustments) {
    Map<Adjustment.Kind, Money> sums = new EnumMap<>(Adjustment.Kind.class);
    adjustments.stream()
        .filter(one -> !one.kind().isOfGoods())
        .forEach(one -> sums.merge(one.kind(), one.amount(), Money::plus));
    sums.forEach((kind, sum) -> requireNotNegative(kind.name().toLowerCase(Locale.ROOT), sum));
  }

  private static OrderLine adjusted(OrderLine line, List<Adjustment> own, Money share) {
    requireCount("the line of " + line.sku(), own, PricedItems.MAX_LINE_ADJUSTMENTS);
    OrderLine adjusted = line.with(own, share);
    requireNotNegative("the line of " + line.sku(), adjusted.charged());
    return adjusted;
  }

  private static Money ofGoods(List<Adjustment> adjustments, Money none) {
    return adjustments.stream()
        .filter(one -> one.kind().isOfGoods())
        .map(Adjustment::amount)
        .reduce(none, Money::plus);
  }

  private static List<OrderLine> shared(List<OrderLine> lines, Money amount) {
    if (amount.isZero()) {
      return lines;
    }
    Money goods = lines.stream().map(OrderLine::charged).reduce(Money::plus).orElseThrow();
    requireNotNegative("the goods", goods.plus(amount));
    // lines that cost nothing share alike what is added to them
    long[] weights =
        lines.stream()
            .mapToLong(line -> goods.isZero() ? 1 : line.charged().minorUnits())
            .toArray();
    List<Money> shares = amount.allocate(weights);
    List<OrderLine> sharing = new ArrayList<>(lines.size());
    for (int i = 0; i < weights.length; i++) {
      sharing.add(lines.get(i).with(lines.get(i).adjustments(), shares.get(i)));
    }
    return sharing;
  }

  private static void requireNotNegative(String what, Money amount) {
    if (amount.isNegative()) {
      throw new InvalidAdjustments(what + " would cost " + amount);
    }
  }
}
