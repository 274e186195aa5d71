package org.orderly.ordering.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.ordering.access.VisibleLines;
import org.orderly.ordering.quote.AdjustedItems;
import org.orderly.ordering.quote.OrderLine;
import org.orderly.ordering.quote.PricedItems;

/** However a line is split into returns, they are worth what was paid for it, to the cent. */
class ReturnValuesTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final VisibleLines SHOP = VisibleLines.ALL;

  private final List<Return> returns = new ArrayList<>();
  private final Map<ProductId, List<Return>> returnsOf = new HashMap<>();

  @Test
  void tenTenthsAreWorthOne() {
    OrderLine line = RandomLines.line("0.05", "1");
    for (int i = 0; i < 10; i++) {
      returned(line, Quantity.of("0.1"));
    }
    returns.forEach(back -> received(back, List.of(line)));
    assertThat(values())
        .containsExactly(
            "0.01", "0.00", "0.01", "0.00", "0.01", "0.00", "0.01", "0.00", "0.01", "0.00");
  }

  @Test
  void requestsAreEstimatedAfterThoseBefore() {
    OrderLine line = RandomLines.line("0.05", "1");
    returned(line, Quantity.of("0.1"));
    returned(line, Quantity.of("0.1"));
    assertThat(values()).containsExactly("0.01", "0.00");
  }

  @Test
  void whatDidNotComeIsWorthNothingAndCanBeReturnedAnew() {
    OrderLine line = RandomLines.line("0.05", "1");
    Return first = returned(line, Quantity.of("0.5"));
    first.approve();
    first.receive(
        List.of(new ProductQuantity(line.productId(), Quantity.of("0.3"))), SHOP, earlier(line));
    first.restock(null, SHOP);
    first.completeIfDone(SHOP);
    received(returned(line, Quantity.of("0.7")), List.of(line));
    assertThat(values()).containsExactly("0.02", "0.03");
  }

  /** Lines of random prices and divisions, random returns, received bit by bit in any order. */
  @RepeatedTest(300)
  void allReturnsOfALineAreWorthWhatItCost(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<OrderLine> lines = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      lines.add(RandomLines.randomLine(random));
    }
    returnAllOf(lines, random);
    for (OrderLine line : lines) {
      assertThat(valueOf(line)).as("%s", line).isEqualTo(line.lineTotal());
    }
  }

  /** The same of orders with discounts, taxes, shipping and fees, on lines and as a whole. */
  @Test
  void allReturnsOfAnAdjustedOrderAreWorthWhatItsGoodsCost() {
    for (int round = 0; round < 1_000; round++) {
      Random random = new Random(round);
      returns.clear();
      returnsOf.clear();
      PricedItems items = AdjustedItems.random(random);
      returnAllOf(items.lines(), random);
      Money services =
          items.adjustments().stream()
              .filter(one -> !one.kind().isOfGoods())
              .map(Adjustment::amount)
              .reduce(Money.zero(items.total().currency()), Money::plus);
      Money back =
          returns.stream()
              .map(one -> one.view(SHOP).refundable())
              .reduce(Money.zero(items.total().currency()), Money::plus);
      assertThat(back).as("round %d", round).isEqualTo(items.total().minus(services));
    }
  }

  @Test
  void givesBackWhatADiscountHasLeft() {
    OrderLine line =
        AdjustedItems.adjusted(RandomLines.line("10.00", "3"), List.of(discount("-0.10")), "-1.00");
    for (int i = 0; i < 3; i++) {
      returned(line, Quantity.of(1));
    }
    returns.forEach(back -> received(back, List.of(line)));
    assertThat(values()).containsExactly("9.63", "9.64", "9.63");
  }

  /** When the rest is cancelled what was shipped is priced anew, to the same cent at the end. */
  @Test
  void neverTakesMoneyForWhatComesBackAfterTheRestWasCancelled() {
    OrderLine ordered =
        AdjustedItems.adjusted(RandomLines.line("1.00", "4"), List.of(discount("-3.97")), "0.00");
    OrderLine shipped =
        AdjustedItems.of(ordered)
            .reducedTo(Map.of(ordered.productId(), Quantity.of(3)))
            .lines()
            .get(0);
    received(returned(ordered, Quantity.of(2)), List.of(ordered));
    received(returned(shipped, Quantity.of(1)), List.of(shipped));
    assertThat(values()).containsExactly("0.02", "0.00");
    assertThat(valueOf(shipped)).isEqualTo(shipped.charged());
  }

  /** Some of what was shipped comes back before the rest is cancelled, and all else after. */
  @Test
  void allReturnsOfAReducedLineAreWorthWhatItCost() {
    for (int round = 0; round < 1_000; round++) {
      Random random = new Random(round);
      returns.clear();
      returnsOf.clear();
      PricedItems items = AdjustedItems.random(random);
      OrderLine ordered = items.lines().get(0);
      List<Quantity> parts = RandomLines.split(ordered.quantity(), random);
      Quantity shipped =
          parts.subList(0, 1 + random.nextInt(parts.size())).stream()
              .reduce(Quantity.ZERO, Quantity::plus);
      List<Quantity> back = RandomLines.split(shipped, random);
      int early = random.nextInt(back.size());
      for (Quantity part : back.subList(0, early)) {
        received(returned(ordered, part), List.of(ordered));
      }
      OrderLine reduced = items.reducedTo(Map.of(ordered.productId(), shipped)).lines().get(0);
      for (Quantity part : back.subList(early, back.size())) {
        assertNear(valueOf(reduced), reduced.chargedFor(receivedOf(reduced)), round);
        received(returned(reduced, part), List.of(reduced));
      }
      assertThat(valueOf(reduced)).as("round %d", round).isEqualTo(reduced.charged());
      assertThat(returns)
          .as("round %d", round)
          .noneMatch(one -> one.view(SHOP).refundable().isNegative());
    }
  }

  /** As I6 allows. */
  private static void assertNear(Money value, Money expected, int round) {
    assertThat(Math.abs(value.minus(expected).minorUnits())).as("round %d", round).isLessThan(2);
  }

  private void returnAllOf(List<OrderLine> lines, Random random) {
    for (OrderLine line : lines) {
      for (Quantity part : RandomLines.split(line.quantity(), random)) {
        returned(line, part);
      }
    }
    receiveInAnyOrder(lines, random);
  }

  private void receiveInAnyOrder(List<OrderLine> lines, Random random) {
    List<Return> open = new ArrayList<>(returns);
    while (!open.isEmpty()) {
      Collections.shuffle(open, random);
      Return next = open.get(0);
      ReturnLine awaited = next.lines().get(0);
      OrderLine line = ordered(awaited, lines);
      Quantity bit = RandomLines.split(awaited.awaited(), random).get(0);
      if (next.status() == ReturnStatus.REQUESTED) {
        next.approve();
      }
      next.receive(List.of(new ProductQuantity(line.productId(), bit)), SHOP, earlier(line));
      assertThat(valueOf(line))
          .isEqualTo(cost(receivedOf(line), line))
          .isLessThanOrEqualTo(line.charged());
      assertThat(next.view(SHOP).refundable().isNegative()).isFalse();
      if (next.lines().get(0).awaited().isZero()) {
        open.remove(next);
      }
    }
  }

  /** Computed otherwise than the line does: as a price per unit with many decimals. */
  private static Money cost(Quantity some, OrderLine line) {
    if (line.adjusted().isZero()) {
      return line.unitPrice().times(some, RoundingMode.HALF_UP);
    }
    BigDecimal perUnit =
        BigDecimal.valueOf(line.adjusted().minorUnits())
            .divide(line.quantity().value(), 60, RoundingMode.HALF_EVEN)
            .add(BigDecimal.valueOf(line.unitPrice().minorUnits()));
    BigDecimal exact = perUnit.multiply(some.value()).setScale(40, RoundingMode.HALF_EVEN);
    BigDecimal half = new BigDecimal("0.5");
    return new Money(
        exact.add(half).setScale(0, RoundingMode.FLOOR).longValueExact(),
        line.unitPrice().currency());
  }

  private static Adjustment discount(String amount) {
    return new Adjustment(
        Adjustment.Kind.DISCOUNT, "Sale", Money.of(amount, "EUR"), "promotion:sale");
  }

  private static OrderLine ordered(ReturnLine back, List<OrderLine> lines) {
    return lines.stream()
        .filter(line -> line.productId().equals(back.productId()))
        .findFirst()
        .orElseThrow();
  }

  private Return returned(OrderLine line, Quantity quantity) {
    ReturnLine item = ReturnLine.of(quantity, earlier(line).get(line.productId()));
    Return back =
        new Return(
            UUID.randomUUID(),
            OrderId.newId(),
            ReturnStatus.REQUESTED,
            "too small",
            null,
            NOW,
            List.of(item));
    returns.add(back);
    returnsOf.computeIfAbsent(line.productId(), product -> new ArrayList<>()).add(back);
    return back;
  }

  private void received(Return back, List<OrderLine> lines) {
    back.approve();
    back.receive(null, SHOP, earlier(lines.toArray(OrderLine[]::new)));
  }

  /** As the database sums it up. */
  private Map<ProductId, ReturnedQuantities> earlier(OrderLine... lines) {
    Map<ProductId, ReturnedQuantities> found = new HashMap<>();
    for (OrderLine line : lines) {
      Quantity taken =
          itemsOf(line).stream().map(ReturnLine::quantity).reduce(Quantity.ZERO, Quantity::plus);
      found.put(
          line.productId(), new ReturnedQuantities(line, taken, receivedOf(line), valueOf(line)));
    }
    return found;
  }

  private Quantity receivedOf(OrderLine line) {
    return itemsOf(line).stream().map(ReturnLine::received).reduce(Quantity.ZERO, Quantity::plus);
  }

  private Money valueOf(OrderLine line) {
    return itemsOf(line).stream()
        .map(ReturnLine::receivedValue)
        .reduce(Money.zero(line.unitPrice().currency()), Money::plus);
  }

  private List<ReturnLine> itemsOf(OrderLine line) {
    return returnsOf.getOrDefault(line.productId(), List.of()).stream()
        .flatMap(back -> back.lines().stream())
        .toList();
  }

  private List<String> values() {
    return returns.stream()
        .map(back -> back.view(SHOP).refundable().amount().toPlainString())
        .toList();
  }
}
