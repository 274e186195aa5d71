package org.orderly.tests.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowComparisonTest {
  private final RowComparison rowComparison = new RowComparison();

  @Test
  void findsNothingInTheSameRowsInAnotherOrder() {
    rowComparison.same("row", List.of("a", "b", "b"), List.of("b", "a", "b"));

    assertThat(rowComparison.differences()).isEmpty();
  }

  @Test
  void tellsWhatIsMissingTooMuchAndThereTwice() {
    rowComparison.same("row", List.of("a", "b"), List.of("b", "b", "b", "c"));

    assertThat(rowComparison.differences())
        .containsExactlyInAnyOrder(
            "row is missing: a", "row is too much 2 times: b", "row is too much: c");
  }
}
