package org.orderly.tests.drill.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceKindsTest {

  @Test
  void nameChecksWithoutTheRowsThatDiffer() {
    String id = "01a02b03-0000-7000-8000-00000000000a";

    assertThat(
            DifferenceKinds.of(
                List.of(
                    "reservation set is missing: " + id,
                    "reservation set is missing: another",
                    "wrong answer to drill-3-14 of " + id,
                    "stock of " + id + ": order k found 3, which no order of events explains: x")))
        .isEqualTo("reservation set is missing; wrong answer to … of …; history of a product");
  }

  @Test
  void countWhatIsTooMuchToTell() {
    assertThat(DifferenceKinds.of(List.of("a: 1", "b: 1", "c: 1", "d: 1", "e: 1")))
        .isEqualTo("a; b; c and 2 more");
  }
}
