package org.orderly.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

  private static StockAdjustment adjustment(String quantity) {
    return new StockAdjustment(TEA, new BigDecimal(quantity), "counted");
  }
}
