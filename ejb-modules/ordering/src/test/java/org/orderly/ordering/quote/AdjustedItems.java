package org.orderly.ordering.quote;

import static org.orderly.ordering.quote.PricedProducts.item;
import static org.orderly.ordering.quote.PricedProducts.offer;
import static org.orderly.ordering.quote.PricedProducts.priced;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.orderly.catalog.Offer;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;

/** Priced items with adjustments, for property tests. */
public final class AdjustedItems {

  private static final Currency EUR = Currency.getInstance("EUR");

  private AdjustedItems() {}

  /** The line of an order that has no other. */
  public static PricedItems of(OrderLine line) {
    return PricedItems.of(null, List.of(line), List.of());
  }

  /** An order of one line, with an adjustment of the line and one of the order. */
  public static PricedItems of(OrderLine line, Adjustment ofLine, Adjustment ofOrder) {
    return AdjustedPrices.of(
        of(line),
        new PriceRules.Adjustments(Map.of(line.productId(), List.of(ofLine)), List.of(ofOrder)));
  }

  /** The line with adjustments of its own and a share of the order's. */
  public static OrderLine adjusted(OrderLine line, List<Adjustment> own, String share) {
    return line.with(own, Money.of(share, "EUR"));
  }

  /** One to five lines, goods by the piece and by weight, with up to three adjustments each. */
  public static PricedItems random(Random random) {
    PricedItems items = randomItems(random);
    Map<ProductId, List<Adjustment>> ofLines = new HashMap<>();
    long goods = 0;
    for (OrderLine line : items.lines()) {
      long left = line.lineTotal().minorUnits();
      List<Adjustment> own = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        left += add(own, Adjustment.Kind.values()[random.nextInt(4)], left, random);
      }
      ofLines.put(line.productId(), own);
      goods += left;
    }
    List<Adjustment> ofOrder = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      Adjustment.Kind kind = random.nextBoolean() ? Adjustment.Kind.DISCOUNT : Adjustment.Kind.TAX;
      goods += add(ofOrder, kind, goods, random);
    }
    long shipping = add(ofOrder, Adjustment.Kind.SHIPPING, 0, random);
    add(ofOrder, Adjustment.Kind.SHIPPING, shipping, random);
    add(ofOrder, Adjustment.Kind.FEE, 0, random);
    return AdjustedPrices.of(items, new PriceRules.Adjustments(ofLines, ofOrder));
  }

  private static PricedItems randomItems(Random random) {
    List<ProductQuantity> items = new ArrayList<>();
    List<Offer> offers = new ArrayList<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      int scale = random.nextBoolean() ? 0 : 1 + random.nextInt(Quantity.MAX_SCALE);
      BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(100_000), scale);
      boolean cheap = random.nextBoolean() && quantity.compareTo(BigDecimal.ONE) > 0;
      String price = BigDecimal.valueOf(cheap ? 1 + random.nextInt(9) : 100_000_000, 2).toString();
      Offer offer = offer("sku-" + i, price, "EUR", scale);
      offers.add(offer);
      items.add(item(offer, quantity.toPlainString()));
    }
    return priced(items, offers.toArray(Offer[]::new));
  }

  /** Adds an amount that takes off at most what is left, all of it now and then. */
  private static long add(
      List<Adjustment> adjustments, Adjustment.Kind kind, long left, Random random) {
    boolean off = kind == Adjustment.Kind.DISCOUNT || left > 0 && random.nextInt(4) == 0;
    if (off && left == 0) {
      return 0;
    }
    long bound = off ? left : 2_000;
    long amount = random.nextInt(5) == 0 ? bound : 1 + random.nextLong(bound);
    Money money = new Money(off ? -amount : amount, EUR);
    adjustments.add(new Adjustment(kind, "Rule " + kind, money, "rule:" + adjustments.size()));
    return money.minorUnits();
  }
}
