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
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.ordering.access.VisibleLines;
import org.orderly.ordering.quote.OrderItem;
import org.orderly.ordering.quote.OrderedLine;

/** However a line is split into returns, they are worth what was paid for it, to the cent. */
class ReturnValuesTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final VisibleLines SHOP = VisibleLines.ALL;

  private final List<Return> returns = new ArrayList<>();

  @Test
  void tenTenthsAreWorthOne() {
    OrderedLine line = line("0.05", "1");
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
    OrderedLine line = line("0.05", "1");
    returned(line, Quantity.of("0.1"));
    returned(line, Quantity.of("0.1"));
    assertThat(values()).containsExactly("0.01", "0.00");
  }

  @Test
  void whatDidNotComeIsWorthNothingAndCanBeReturnedAnew() {
    OrderedLine line = line("0.05", "1");
    Return first = returned(line, Quantity.of("0.5"));
    first.approve();
    first.receive(
        List.of(new OrderItem(line.productId(), Quantity.of("0.3"))), SHOP, earlier(line));
    first.restock(null, SHOP);
    first.completeIfDone(SHOP);
    received(returned(line, Quantity.of("0.7")), List.of(line));
    assertThat(values()).containsExactly("0.02", "0.03");
  }

  /** Lines of random prices and divisions, random returns, received bit by bit in any order. */
  @RepeatedTest(300)
  void allReturnsOfALineAreWorthWhatItCost(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<OrderedLine> lines = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      lines.add(randomLine(random));
    }
    for (OrderedLine line : lines) {
      for (Quantity part : split(line.quantity(), random)) {
        returned(line, part);
      }
    }
    receiveInAnyOrder(lines, random);
    for (OrderedLine line : lines) {
      assertThat(valueOf(line)).as("%s", line).isEqualTo(line.lineTotal());
    }
  }

  private void receiveInAnyOrder(List<OrderedLine> lines, Random random) {
    List<Return> open = new ArrayList<>(returns);
    while (!open.isEmpty()) {
      Collections.shuffle(open, random);
      Return next = open.get(0);
      ReturnLine awaited = next.lines().get(0);
      OrderedLine line = ordered(awaited, lines);
      Quantity bit = split(awaited.awaited(), random).get(0);
      if (next.status() == ReturnStatus.REQUESTED) {
        next.approve();
      }
      next.receive(List.of(new OrderItem(line.productId(), bit)), SHOP, earlier(line));
      assertThat(valueOf(line))
          .isEqualTo(line.unitPrice().times(receivedOf(line), RoundingMode.HALF_UP))
          .isLessThanOrEqualTo(line.lineTotal());
      assertThat(next.view(SHOP).refundable().isNegative()).isFalse();
      if (next.lines().get(0).awaited().isZero()) {
        open.remove(next);
      }
    }
  }

  private static OrderedLine ordered(ReturnLine back, List<OrderedLine> lines) {
    return lines.stream()
        .filter(line -> line.productId().equals(back.productId()))
        .findFirst()
        .orElseThrow();
  }

  private static OrderedLine randomLine(Random random) {
    int scale = random.nextInt(Quantity.MAX_SCALE + 1);
    BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(100_000), scale);
    String price = BigDecimal.valueOf(random.nextInt(random.nextBoolean() ? 20 : 99_999), 2) + "";
    return line(price, quantity.toPlainString());
  }

  /** Parts of which none is nothing, each as finely divided as the whole. */
  private static List<Quantity> split(Quantity whole, Random random) {
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

  private Return returned(OrderedLine line, Quantity quantity) {
    ReturnLine item = ReturnLine.of(line, quantity, earlier(line).get(line.productId()));
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
    return back;
  }

  private void received(Return back, List<OrderedLine> lines) {
    back.approve();
    back.receive(null, SHOP, earlier(lines.toArray(OrderedLine[]::new)));
  }

  /** As the database sums it up. */
  private Map<ProductId, ReturnedQuantities> earlier(OrderedLine... lines) {
    Map<ProductId, ReturnedQuantities> found = new HashMap<>();
    for (OrderedLine line : lines) {
      Quantity taken =
          itemsOf(line).stream().map(ReturnLine::quantity).reduce(Quantity.ZERO, Quantity::plus);
      found.put(line.productId(), new ReturnedQuantities(taken, receivedOf(line), valueOf(line)));
    }
    return found;
  }

  private Quantity receivedOf(OrderedLine line) {
    return itemsOf(line).stream().map(ReturnLine::received).reduce(Quantity.ZERO, Quantity::plus);
  }

  private Money valueOf(OrderedLine line) {
    return itemsOf(line).stream()
        .map(ReturnLine::receivedValue)
        .reduce(Money.zero(line.unitPrice().currency()), Money::plus);
  }

  private List<ReturnLine> itemsOf(OrderedLine line) {
    return returns.stream()
        .flatMap(back -> back.lines().stream())
        .filter(item -> item.productId().equals(line.productId()))
        .toList();
  }

  private List<String> values() {
    return returns.stream()
        .map(back -> back.view(SHOP).refundable().amount().toPlainString())
        .toList();
  }

  private static OrderedLine line(String price, String quantity) {
    Money unitPrice = Money.of(price, "EUR");
    Quantity ordered = Quantity.of(quantity);
    Money total = unitPrice.times(ordered, RoundingMode.HALF_UP);
    return new OrderedLine(ProductId.newId(), "sku", "Name", ordered, unitPrice, total, null);
  }
}
