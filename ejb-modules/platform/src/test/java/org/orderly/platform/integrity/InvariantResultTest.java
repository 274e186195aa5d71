package org.orderly.platform.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InvariantResultTest {

  @Test
  void namesSomeOfManyViolations() {
    List<String> all = IntStream.range(0, 25).mapToObj(i -> "row " + i).toList();
    InvariantResult check =
        new InvariantResult("I1", "stock adds up", false, 25, all, true, Instant.EPOCH, null);
    assertThat(check.violations()).isEqualTo(25);
    assertThat(check.sample()).hasSize(InvariantResult.SAMPLE_SIZE).first().isEqualTo("row 0");
  }
}
