package org.orderly.tests.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ShopSumsTest {

  private static ShopSums sums(long total, long captured, long charged, long spent, long reserved) {
    return new ShopSums(
        10,
        BigDecimal.valueOf(total),
        BigDecimal.valueOf(20),
        BigDecimal.valueOf(captured),
        BigDecimal.valueOf(charged),
        BigDecimal.valueOf(spent),
        BigDecimal.valueOf(reserved));
  }

  @Test
  void fitWhenEveryAnswerIsAnOrderAndEveryCentIsThere() {
    assertThat(sums(2_000, 2_000, 1_500, 1_500, 20).broken(10, 0)).isEmpty();
  }

  @Test
  void mayHaveOrdersWhoseAnswerWasLostButNoMoreThanThat() {
    ShopSums sums = sums(2_000, 2_000, 1_500, 1_500, 20);
    assertThat(sums.broken(8, 2)).isEmpty();
    assertThat(sums.broken(7, 2))
        .containsExactly("10 orders, but 7 answers, and 2 requests without one");
    assertThat(sums.broken(11, 0)).hasSize(1);
  }

  @Test
  void tellWhatDoesNotFit() {
    assertThat(sums(2_000, 1_800, 1_500, 1_400, 19).broken(10, 0))
        .containsExactly(
            "orders cost 2000, payments have captured 1800",
            "payments have charged 1500 to wallets, which have spent 1400",
            "orders have 20 pieces, 19 are reserved");
  }
}
