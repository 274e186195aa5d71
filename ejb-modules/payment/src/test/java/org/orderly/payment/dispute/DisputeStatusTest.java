package org.orderly.payment.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisputeStatusTest {

  @ParameterizedTest
  @CsvSource({
    "OPEN, OPEN, false", "OPEN, WON, true", "OPEN, LOST, true",
    "WON, OPEN, false", "WON, WON, false", "WON, LOST, false",
    "LOST, OPEN, false", "LOST, WON, false", "LOST, LOST, false"
  })
  void isDecidedOnce(DisputeStatus from, DisputeStatus to, boolean allowed) {
    assertThat(from.successors().contains(to)).isEqualTo(allowed);
  }
}
