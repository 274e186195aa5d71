package org.orderly.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
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
  void tellsOnceThatStockRanLow() {
    StockItem item = pieces(10, 3);
    assertThat(item.reserve(Quantity.of(6))).isFalse();
    assertThat(item.reserve(Quantity.of(1))).isTrue();
    assertThat(item.reserve(Quantity.of(1))).isFalse();
  }

  @Test
  void tellsAgainAfterStockWasFilledUp() {
    StockItem item = pieces(3, 3);
    assertThat(item.adjust(new BigDecimal("7"))).isFalse();
    assertThat(item.adjust(new BigDecimal("-7"))).isTrue();
  }

  @Test
  void neverWarnsWithoutAThreshold() {
    StockItem item = pieces(10, null);
    assertThat(item.reserve(Quantity.of(10))).isFalse();
  }

  @Test
  void warnsAtZeroWhenAskedTo() {
    StockItem item = pieces(1, 0);
    assertThat(item.reserve(Quantity.of(1))).isTrue();
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
