package org.orderly.tests.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private final Comparison comparison = new Comparison();

  @Test
  void findsNothingInTheSameRowsInAnotherOrder() {
    comparison.same("row", List.of("a", "b", "b"), List.of("b", "a", "b"));

    assertThat(comparison.differences()).isEmpty();
  }

  @Test
  void tellsWhatIsMissingTooMuchAndThereTwice() {
    comparison.same("row", List.of("a", "b"), List.of("b", "b", "b", "c"));

    assertThat(comparison.differences())
        .containsExactlyInAnyOrder(
            "row is missing: a", "row is too much 2 times: b", "row is too much: c");
  }
}
