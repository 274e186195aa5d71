package org.orderly.ordering.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.access.VisibleLines;
import org.orderly.ordering.quote.OrderLine;
import org.orderly.ordering.selection.NotYourLine;
import org.orderly.ordering.selection.NothingRemaining;
import org.orderly.ordering.selection.QuantityExceedsRemaining;

class ReturnTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final UserId POTTER = UserId.newId();
  private static final ProductId POT = ProductId.newId();
  private static final ProductId TEA = ProductId.newId();
  private static final VisibleLines SHOP = VisibleLines.ALL;
  private static final VisibleLines POTTERS = new VisibleLines.OfVendor(POTTER);

  private static final Map<ProductId, ReturnedQuantities> NOTHING_YET =
      Map.of(
          POT, ReturnedQuantities.none(ordered(POT)), TEA, ReturnedQuantities.none(ordered(TEA)));

  private final Return back = in(ReturnStatus.REQUESTED);

  @Test
  void matrixOfTransitionsNamesEveryStatus() {
    Map<ReturnStatus, Set<ReturnStatus>> matrix = new EnumMap<>(ReturnStatus.class);
    matrix.put(ReturnStatus.REQUESTED, Set.of(ReturnStatus.APPROVED, ReturnStatus.REFUSED));
    matrix.put(ReturnStatus.APPROVED, Set.of(ReturnStatus.RECEIVED));
    matrix.put(ReturnStatus.REFUSED, Set.of());
    matrix.put(ReturnStatus.RECEIVED, Set.of(ReturnStatus.COMPLETED));
    matrix.put(ReturnStatus.COMPLETED, Set.of());
    assertThat(matrix).containsOnlyKeys(ReturnStatus.values());
    matrix.forEach((from, to) -> assertThat(from.successors()).isEqualTo(to));
  }

  /** What somebody may try, and in which statuses it works. */
  private record Attempt(Set<ReturnStatus> works, Consumer<Return> action) {}

  private static Stream<Attempt> attempts() {
    return Stream.of(
        new Attempt(Set.of(ReturnStatus.REQUESTED), Return::approve),
        new Attempt(Set.of(ReturnStatus.REQUESTED), one -> one.refuse("worn")),
        new Attempt(
            Set.of(ReturnStatus.APPROVED, ReturnStatus.RECEIVED),
            one -> one.receive(List.of(item(TEA, "1")), SHOP, NOTHING_YET)),
        new Attempt(
            Set.of(ReturnStatus.RECEIVED), one -> one.restock(List.of(item(POT, "1")), SHOP)),
        new Attempt(
            Set.of(ReturnStatus.RECEIVED), one -> one.writeOff(List.of(item(POT, "1")), SHOP)));
  }

  @ParameterizedTest
  @MethodSource("attempts")
  void takesEachStepOnlyWhereItBelongs(Attempt attempt) {
    for (ReturnStatus status : ReturnStatus.values()) {
      Return one = in(status);
      if (attempt.works().contains(status)) {
        attempt.action().accept(one);
      } else {
        assertThatThrownBy(() -> attempt.action().accept(one))
            .as("in %s", status)
            .isInstanceOf(IllegalReturnTransition.class);
        assertThat(one.status()).isEqualTo(status);
      }
    }
  }

  @Test
  void comesBackAndIsPutAway() {
    back.approve();
    assertThat(back.receive(null, SHOP, NOTHING_YET)).hasSize(2);
    back.restock(List.of(item(POT, "2"), item(TEA, "1")), SHOP);
    assertThat(back.completeIfDone(SHOP)).isFalse();
    assertThat(back.writeOff(null, SHOP))
        .containsExactly(new ProductQuantity(TEA, Quantity.of("0.333")));
    assertThat(back.completeIfDone(SHOP)).isTrue();
    assertThat(back.status()).isEqualTo(ReturnStatus.COMPLETED);
  }

  @Test
  void comesBackBitByBitButNeverMoreThanWasAnnounced() {
    back.approve();
    back.receive(List.of(item(POT, "1")), SHOP, NOTHING_YET);
    back.receive(List.of(item(POT, "1")), SHOP, NOTHING_YET);
    assertThatThrownBy(() -> back.receive(List.of(item(POT, "1")), SHOP, NOTHING_YET))
        .isInstanceOf(QuantityExceedsRemaining.class);
    back.receive(null, SHOP, NOTHING_YET);
    assertThatThrownBy(() -> back.receive(null, SHOP, NOTHING_YET))
        .isInstanceOf(NothingRemaining.class);
  }

  @Test
  void handlesNoPieceTwiceAndNoneThatHasNotCome() {
    back.approve();
    back.receive(List.of(item(POT, "1")), SHOP, NOTHING_YET);
    assertThatThrownBy(() -> back.restock(List.of(item(POT, "2")), SHOP))
        .isInstanceOf(QuantityExceedsRemaining.class);
    back.restock(List.of(item(POT, "1")), SHOP);
    assertThatThrownBy(() -> back.writeOff(List.of(item(POT, "1")), SHOP))
        .isInstanceOf(QuantityExceedsRemaining.class);
  }

  @Test
  void closesWithoutWhatNeverCame() {
    back.approve();
    back.receive(List.of(item(POT, "1")), SHOP, NOTHING_YET);
    back.restock(null, SHOP);
    assertThat(back.completeIfDone(SHOP)).isTrue();
    assertThat(back.view(SHOP).refundable()).isEqualTo(Money.of("10.00", "EUR"));
  }

  @Test
  void waitsForTheGoodsOfOtherVendors() {
    back.approve();
    back.receive(null, POTTERS, NOTHING_YET);
    back.restock(null, POTTERS);
    assertThat(back.completeIfDone(POTTERS)).isFalse();
    back.receive(null, SHOP, NOTHING_YET);
    back.writeOff(null, SHOP);
    assertThat(back.completeIfDone(SHOP)).isTrue();
  }

  @Test
  void isDecidedByWhomAllOfItBelongsTo() {
    back.requireHandled(SHOP);
    back.requireVisible(POTTERS);
    assertThatThrownBy(() -> back.requireHandled(POTTERS)).isInstanceOf(NotYourLine.class);
    VisibleLines stranger = new VisibleLines.OfVendor(UserId.newId());
    assertThatThrownBy(() -> back.requireHandled(stranger)).isInstanceOf(ReturnNotFound.class);
  }

  @ParameterizedTest
  @EnumSource(ReturnStatus.class)
  void saysWhatItIsWorth(ReturnStatus status) {
    String expected =
        switch (status) {
          case REQUESTED, APPROVED -> "23.33";
          case RECEIVED, COMPLETED -> "10.00";
          case REFUSED -> "0.00";
        };
    assertThat(in(status).view(SHOP).refundable()).isEqualTo(Money.of(expected, "EUR"));
  }

  @Test
  void showsVendorsTheirOwnLinesAndTheirWorth() {
    ReturnView seen = back.view(POTTERS);
    assertThat(seen.items()).extracting(ReturnView.Item::productId).containsExactly(POT);
    assertThat(seen.refundable()).isEqualTo(Money.of("20.00", "EUR"));
  }

  @Test
  void canBeAskedForUntilTheWindowCloses() {
    ReturnWindow window = new ReturnWindow(Duration.ofDays(30));
    window.requireOpen(NOW, NOW.plus(Duration.ofDays(30)));
    assertThatThrownBy(() -> window.requireOpen(NOW, NOW.plus(Duration.ofDays(30)).plusMillis(1)))
        .isInstanceOfSatisfying(
            ReturnWindowClosed.class,
            refusal ->
                assertThat(refusal.details())
                    .containsEntry("closedAt", NOW.plus(Duration.ofDays(30))));
  }

  @Test
  void wantsAReason() {
    for (String bad : new String[] {null, " ", "x".repeat(501), "nul\0"}) {
      assertThatThrownBy(() -> new NewReturn(OrderId.newId(), null, bad))
          .isInstanceOf(InvalidValue.class);
    }
    assertThat(new NewReturn(OrderId.newId(), null, " torn ").reason()).isEqualTo("torn");
  }

  /** Two pots for 10.00 each and 1.333 of tea; one pot has come where something may have. */
  private static Return in(ReturnStatus status) {
    boolean come = status == ReturnStatus.RECEIVED || status == ReturnStatus.COMPLETED;
    Quantity received = come ? Quantity.of(1) : Quantity.ZERO;
    return new Return(
        UUID.randomUUID(),
        OrderId.newId(),
        status,
        "too small",
        status == ReturnStatus.REFUSED ? "worn" : null,
        NOW,
        List.of(
            line(POT, POTTER, "10.00", "2", received),
            line(TEA, null, "2.50", "1.333", Quantity.ZERO)));
  }

  private static ReturnLine line(
      ProductId product, UserId vendor, String price, String quantity, Quantity received) {
    Money unitPrice = Money.of(price, "EUR");
    Quantity requested = Quantity.of(quantity);
    return new ReturnLine(
        product,
        "sku",
        "Name",
        vendor,
        unitPrice,
        requested,
        received,
        Quantity.ZERO,
        Quantity.ZERO,
        unitPrice.times(requested, RoundingMode.HALF_UP),
        unitPrice.times(received, RoundingMode.HALF_UP));
  }

  /** A line of the order, of which ten may come back. */
  private static OrderLine ordered(ProductId product) {
    Money price = Money.of("10.00", "EUR");
    Money total = Money.of("100.00", "EUR");
    return new OrderLine(product, "sku", "Name", Quantity.of(10), price, total, null);
  }

  private static ProductQuantity item(ProductId product, String quantity) {
    return new ProductQuantity(product, Quantity.of(quantity));
  }
}
