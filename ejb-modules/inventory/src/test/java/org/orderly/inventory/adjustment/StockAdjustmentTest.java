package org.orderly.inventory.adjustment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.inventory.MovementKind;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.ProductId;

class StockAdjustmentTest {

  private static final ProductId TEA = ProductId.newId();

  @Test
  void bringsTheChangeIntoItsOneForm() {
    assertThat(adjustment("-2.50").quantity()).isEqualTo(new BigDecimal("-2.5"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.000", "0e9", "1e2000000000", "-1000000001", "0.000000001"})
  void refusesChangesThatAreNone(String quantity) {
    assertThatThrownBy(() -> adjustment(quantity)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void wantsAReason() {
    for (String reason : new String[] {null, "", "  ", "r".repeat(201)}) {
      assertThatThrownBy(() -> new StockAdjustment(TEA, BigDecimal.ONE, reason))
          .isInstanceOf(InvalidValue.class);
    }
  }

  @Test
  void aKindFixesTheDirection() {
    assertThat(adjustment("2", MovementKind.RECEIPT).kind()).isEqualTo(MovementKind.RECEIPT);
    assertThat(adjustment("-2", MovementKind.SHRINKAGE).kind()).isEqualTo(MovementKind.SHRINKAGE);
    for (MovementKind kind : List.of(MovementKind.SALE, MovementKind.RECEIPT)) {
      assertThatThrownBy(() -> adjustment("-2", kind)).isInstanceOf(InvalidValue.class);
    }
    for (MovementKind kind : List.of(MovementKind.RETURN, MovementKind.SHRINKAGE)) {
      assertThatThrownBy(() -> adjustment("2", kind)).isInstanceOf(InvalidValue.class);
    }
  }

  private static StockAdjustment adjustment(String quantity, MovementKind kind) {
    return new StockAdjustment(TEA, new BigDecimal(quantity), kind, "counted", null);
  }

  private static StockAdjustment adjustment(String quantity) {
    return new StockAdjustment(TEA, new BigDecimal(quantity), "counted");
  }
}
