package org.orderly.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InvariantCheckTest {

  @Test
  void isFineWithoutViolations() {
    assertThat(InvariantCheck.of("I1", "stock adds up", 0, List.of()).ok()).isTrue();
  }

  @Test
  void namesSomeOfManyViolations() {
    List<String> all = IntStream.range(0, 25).mapToObj(i -> "row " + i).toList();
    InvariantCheck check = InvariantCheck.of("I1", "stock adds up", 25, all);
    assertThat(check.ok()).isFalse();
    assertThat(check.violations()).isEqualTo(25);
    assertThat(check.sample()).hasSize(InvariantCheck.SAMPLE_SIZE).first().isEqualTo("row 0");
  }
}
