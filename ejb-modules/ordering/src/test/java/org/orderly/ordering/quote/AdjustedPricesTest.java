package org.orderly.ordering.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderly.ordering.quote.PricedProducts.item;
import static org.orderly.ordering.quote.PricedProducts.offer;
import static org.orderly.ordering.quote.PricedProducts.priced;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.orderly.catalog.Offer;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.Adjustment.Kind;
import org.orderly.kernel.CurrencyMismatch;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

class AdjustedPricesTest {

  private final Offer tea = offer("tea", "2.50", "EUR", 0);
  private final Offer cup = offer("cup", "4.00", "EUR", 0);
  private final Offer gift = offer("gift", "0.00", "EUR", 0);
  private final PricedItems items = priced(List.of(item(tea, "2"), item(cup, "1")), tea, cup);

  @Test
  void addsUpLinesAndAllAdjustments() {
    PricedItems adjusted =
        adjusted(
            items,
            Map.of(tea.id(), List.of(adjustment(Kind.DISCOUNT, "-1.00"))),
            adjustment(Kind.DISCOUNT, "-0.80"),
            adjustment(Kind.TAX, "1.44"),
            adjustment(Kind.SHIPPING, "4.90"));

    assertThat(adjusted.total()).isEqualTo(eur("13.54"));
    assertThat(adjusted.adjustments()).hasSize(3);
    assertThat(adjusted.adjustmentCount()).isEqualTo(4);
    assertThat(adjusted.lines())
        .extracting(OrderLine::subtotal)
        .containsExactly(eur("4.00"), eur("4.00"));
    assertThat(adjusted.lines())
        .extracting(OrderLine::charged)
        .containsExactly(eur("4.32"), eur("4.32"));
  }

  @Test
  void sharesByWhatLinesCostToTheCent() {
    PricedItems adjusted = adjusted(items, Map.of(), adjustment(Kind.DISCOUNT, "-1.00"));
    // 5.00 to 4.00: 0.556 and 0.444
    assertThat(adjusted.lines())
        .extracting(OrderLine::adjusted)
        .containsExactly(eur("-0.56"), eur("-0.44"));
  }

  @Test
  void sharesNoShippingAndNoFees() {
    PricedItems adjusted =
        adjusted(items, Map.of(), adjustment(Kind.SHIPPING, "4.90"), adjustment(Kind.FEE, "1.00"));
    assertThat(adjusted.lines()).extracting(OrderLine::adjusted).containsOnly(eur("0.00"));
    assertThat(adjusted.total()).isEqualTo(eur("14.90"));
  }

  @Test
  void mayTakeEverythingOff() {
    PricedItems adjusted =
        adjusted(
            items,
            Map.of(),
            adjustment(Kind.DISCOUNT, "-9.00"),
            adjustment(Kind.SHIPPING, "4.90"),
            adjustment(Kind.SHIPPING, "-4.90"));
    assertThat(adjusted.total()).isEqualTo(eur("0.00"));
    assertThat(adjusted.lines()).extracting(OrderLine::charged).containsOnly(eur("0.00"));
  }

  @Test
  void sharesAlikeWhatIsAddedToGoodsThatCostNothing() {
    PricedItems free = priced(List.of(item(gift, "1")), gift);
    assertThat(adjusted(free, Map.of(), adjustment(Kind.TAX, "0.05")).lines().get(0).charged())
        .isEqualTo(eur("0.05"));
  }

  @Test
  void leavesItemsWithoutAdjustmentsAsTheyAre() {
    assertThat(AdjustedPrices.of(items, PriceRules.Adjustments.NONE)).isSameAs(items);
    assertThat(adjusted(items, Map.of(tea.id(), List.of()))).isSameAs(items);
  }

  @Test
  void refusesPricesBelowNothing() {
    assertRefused("tea", Map.of(tea.id(), List.of(adjustment(Kind.DISCOUNT, "-5.01"))));
    assertRefused("goods", Map.of(), adjustment(Kind.DISCOUNT, "-9.01"));
    assertRefused(
        "shipping", Map.of(), adjustment(Kind.SHIPPING, "4.90"), adjustment(Kind.SHIPPING, "-5"));
    assertRefused("fee", Map.of(), adjustment(Kind.FEE, "-0.01"));
  }

  @Test
  void refusesMoreThanCanBeShown() {
    Adjustment one = adjustment(Kind.FEE, "0.01");
    assertRefused("tea has more than 20", Map.of(tea.id(), Collections.nCopies(21, one)));
    assertRefused(
        "order has more than 50",
        Map.of(),
        Collections.nCopies(51, one).toArray(Adjustment[]::new));
  }

  @Test
  void refusesWhatIsNotOfTheseItems() {
    assertRefused("not among", Map.of(gift.id(), List.of(adjustment(Kind.TAX, "0.01"))));
    assertThatThrownBy(
            () ->
                adjusted(
                    items,
                    Map.of(),
                    new Adjustment(Kind.TAX, "VAT", Money.of("1.00", "USD"), "tax:vat")))
        .isInstanceOf(CurrencyMismatch.class);
  }

  @Test
  void sumsUpByConstructionWhateverTheRules() {
    for (int round = 0; round < 3_000; round++) {
      Random random = new Random(round);
      PricedItems any = AdjustedItems.random(random);
      assertConsistent(round, any);
      assertReduced(round, any, random);
    }
  }

  private static void assertConsistent(int round, PricedItems any) {
    long sum = 0;
    long adjusted = 0;
    for (OrderLine line : any.lines()) {
      sum += line.lineTotal().minorUnits() + sum(line.adjustments());
      adjusted += line.adjusted().minorUnits() - sum(line.adjustments());
      assertThat(line.charged().isNegative()).as("round %d", round).isFalse();
      assertThat(line.chargedFor(line.quantity())).isEqualTo(line.charged());
      assertThat(line.chargedFor(Quantity.ZERO).isZero()).isTrue();
    }
    assertThat(any.total().minorUnits())
        .as("round %d", round)
        .isEqualTo(sum + sum(any.adjustments()));
    assertThat(adjusted).as("round %d", round).isEqualTo(sum(ofGoods(any.adjustments())));
  }

  /** What remains costs what it cost before, and its adjustments still add up. */
  private static void assertReduced(int round, PricedItems any, Random random) {
    Map<ProductId, Quantity> kept = new HashMap<>();
    long cost = sum(any.adjustments()) - sum(ofGoods(any.adjustments()));
    for (OrderLine line : any.lines()) {
      if (kept.isEmpty() || random.nextBoolean()) {
        Quantity some = part(line.quantity(), random);
        kept.put(line.productId(), some);
        cost += line.chargedFor(some).minorUnits();
      }
    }
    PricedItems reduced = any.reducedTo(kept);
    assertThat(reduced.total().minorUnits()).as("round %d", round).isEqualTo(cost);
    assertThat(reduced.lines()).hasSameSizeAs(kept.keySet());
    assertConsistent(round, reduced);
  }

  private static Quantity part(Quantity whole, Random random) {
    long units = whole.value().unscaledValue().longValueExact();
    return new Quantity(BigDecimal.valueOf(1 + random.nextLong(units), whole.value().scale()));
  }

  private static List<Adjustment> ofGoods(List<Adjustment> adjustments) {
    return adjustments.stream().filter(one -> one.kind().isOfGoods()).toList();
  }

  private static long sum(List<Adjustment> adjustments) {
    return adjustments.stream().mapToLong(one -> one.amount().minorUnits()).sum();
  }

  private void assertRefused(
      String what, Map<ProductId, List<Adjustment>> ofLines, Adjustment... ofOrder) {
    assertThatThrownBy(() -> adjusted(items, ofLines, ofOrder))
        .isInstanceOfSatisfying(
            InvalidAdjustments.class,
            refusal -> assertThat(refusal.code()).isEqualTo("invalid-adjustments"))
        .hasMessageContaining(what);
  }

  private static PricedItems adjusted(
      PricedItems items, Map<ProductId, List<Adjustment>> ofLines, Adjustment... ofOrder) {
    return AdjustedPrices.of(items, new PriceRules.Adjustments(ofLines, List.of(ofOrder)));
  }

  private static Adjustment adjustment(Kind kind, String amount) {
    return new Adjustment(kind, "Label", eur(amount), "rule:one");
  }

  private static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }
}
