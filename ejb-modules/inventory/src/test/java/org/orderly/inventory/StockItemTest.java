package org.orderly.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

class StockItemTest {

  private static final ProductId TEA = ProductId.newId();

  @Test
  void reservesUpToTheLastPiece() {
    StockItem item = pieces(10, null);
    item.reserve(Quantity.of(10));
    assertThat(item.level())
        .isEqualTo(new StockLevel(TEA, Quantity.of(10), Quantity.of(10), Quantity.ZERO, null));
  }

  @Test
  void refusesToPromiseMoreThanThereIs() {
    StockItem item = pieces(10, null);
    item.reserve(Quantity.of(7));
    assertThat(item.has(Quantity.of(3))).isTrue();
    assertThat(item.has(Quantity.of(4))).isFalse();
    assertThatThrownBy(() -> item.reserve(Quantity.of(4)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(item.level().reserved()).isEqualTo(Quantity.of(7));
  }

  @Test
  void refusesQuantitiesFinerThanTheProduct() {
    assertThatThrownBy(() -> pieces(10, null).fitting(Quantity.of("0.5")))
        .isInstanceOfSatisfying(
            QuantityTooFine.class,
            refusal -> assertThat(refusal.details()).containsEntry("quantityScale", 0));
    assertThatThrownBy(() -> new StockItem(TEA, StockLocationId.MAIN, 0, Quantity.of("1.5"), null))
        .isInstanceOf(QuantityTooFine.class);
    assertThatThrownBy(
            () ->
                new StockItem(
                    TEA, StockLocationId.MAIN, 1, Quantity.of("1.5"), Quantity.of("0.25")))
        .isInstanceOf(QuantityTooFine.class);
  }

  @Test
  void sellsByFractionWhereTheScaleAllows() {
    StockItem item = new StockItem(TEA, StockLocationId.MAIN, 3, Quantity.of("1.250"), null);
    item.reserve(item.fitting(Quantity.of("0.125")));
    assertThat(item.available()).isEqualTo(Quantity.of("1.125"));
  }

  @Test
  void movesInAndOut() {
    StockItem item = pieces(10, null);
    item.adjust(new BigDecimal("5"));
    item.adjust(new BigDecimal("-15"));
    assertThat(item.level().onHand()).isEqualTo(Quantity.ZERO);
  }

  @Test
  void keepsWhatOrdersWerePromised() {
    StockItem item = pieces(10, null);
    item.reserve(Quantity.of(8));
    item.adjust(new BigDecimal("-2"));
    assertThatThrownBy(() -> item.adjust(new BigDecimal("-1")))
        .isInstanceOf(StockBelowReserved.class);
    assertThat(item.level().onHand()).isEqualTo(Quantity.of(8));
  }

  @Test
  void refusesToTakeOutMoreThanThereIs() {
    assertThatThrownBy(() -> pieces(1, null).adjust(new BigDecimal("-2")))
        .isInstanceOf(StockBelowReserved.class);
  }

  @Test
  void refusesToHoldMoreThanCanBeCounted() {
    StockItem item = new StockItem(TEA, StockLocationId.MAIN, 0, new Quantity(Quantity.MAX), null);
    assertThatThrownBy(() -> item.adjust(BigDecimal.ONE)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void tellsOnceThatStockRunsLow() {
    StockItem item = pieces(10, 3);
    assertThat(events(item, "-6")).isEmpty();
    assertThat(events(item, "-1")).containsExactly("StockRunningLow");
    assertThat(events(item, "-1")).isEmpty();
    assertThat(events(item, "-2")).containsExactly("StockDepleted");
  }

  @Test
  void tellsOnceWhenStockIsSoldOutAtOnce() {
    assertThat(events(pieces(10, 3), "-10")).containsExactly("StockDepleted");
  }

  @Test
  void tellsAgainAfterStockWasFilledUp() {
    StockItem item = pieces(3, 3);
    assertThat(events(item, "7")).containsExactly("StockReplenished");
    assertThat(events(item, "-7")).containsExactly("StockRunningLow");
  }

  @Test
  void tellsNothingWhileStockHoversAroundTheThreshold() {
    StockItem item = pieces(5, 4);
    assertThat(events(item, "-1")).containsExactly("StockRunningLow");
    for (int i = 0; i < 5; i++) {
      assertThat(events(item, "1")).isEmpty();
      assertThat(events(item, "-1")).isEmpty();
    }
    assertThat(events(item, "2")).as("half as much again").containsExactly("StockReplenished");
    assertThat(events(item, "-1")).isEmpty();
  }

  @Test
  void tellsShoppersEachTimeAndAdminsOnceWhileStockHoversAroundNothing() {
    StockItem item = pieces(1, 4);
    assertThat(events(item, "-1")).containsExactly("StockDepleted");
    for (int i = 0; i < 3; i++) {
      assertThat(events(item, "1")).containsExactly("ProductBackInStock");
      assertThat(events(item, "-1")).isEmpty();
    }
    assertThat(events(item, "6")).containsExactly("StockReplenished", "ProductBackInStock");
  }

  @Test
  void tellsOfDepletionAlsoWithoutAThreshold() {
    StockItem item = pieces(10, null);
    assertThat(events(item, "-9")).isEmpty();
    assertThat(events(item, "-1")).containsExactly("StockDepleted");
    assertThat(events(item, "1")).containsExactly("StockReplenished", "ProductBackInStock");
  }

  @Test
  void anotherThresholdIsNoAlert() {
    StockItem item = pieces(10, 3);
    item.changeThreshold(Quantity.of(10));
    assertThat(events(item, "-1")).isEmpty();
    item.changeThreshold(Quantity.of(8));
    assertThat(events(item, "-1")).containsExactly("StockRunningLow");
  }

  private static List<String> events(StockItem item, String change) {
    StockEvents events = new StockEvents(Instant.EPOCH);
    events.during(item, () -> item.adjust(new BigDecimal(change)));
    return events.all().stream().map(event -> event.getClass().getSimpleName()).toList();
  }

  private static StockItem pieces(long onHand, Integer threshold) {
    return new StockItem(
        TEA,
        StockLocationId.MAIN,
        0,
        Quantity.of(onHand),
        threshold == null ? null : Quantity.of(threshold));
  }
}
