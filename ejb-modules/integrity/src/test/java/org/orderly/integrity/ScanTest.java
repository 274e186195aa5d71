package org.orderly.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScanTest {

  @Test
  void findsWhatIsWrongAnywhere() throws Exception {
    Scan scan = new Scan(new NumbersCheck(100_000, Set.of(0, 50_000, 99_999)), null);
    new ScanScheduler(List.of(scan)).run(Duration.ofSeconds(30));
    assertThat(scan.isComplete()).isTrue();
    assertThat(scan.violations("I1")).isEqualTo(3);
    assertThat(scan.findings()).extracting("subject").containsExactly("0", "50000", "99999");
  }

  @Test
  void takesLargerSlicesWhereTheyAreQuick() throws SQLException {
    NumbersCheck check = new NumbersCheck(1_000_000, Set.of());
    Scan scan = new Scan(check, null);
    for (int i = 0; i < 4; i++) {
      scan.step();
    }
    assertThat(check.sizes()).containsExactly(500, 1_000, 2_000, 4_000);
  }

  @Test
  void goesOnWhereItIsTold() throws SQLException {
    Scan scan = new Scan(new NumbersCheck(1_000, Set.of(1, 999)), "600");
    scan.step();
    assertThat(scan.findings()).extracting("subject").containsExactly("999");
    assertThat(scan.isComplete()).isTrue();
  }

  @Test
  void countsWhatItDoesNotKeep() throws Exception {
    Set<Integer> all = IntStream.range(0, 3_000).boxed().collect(Collectors.toSet());
    Scan scan = new Scan(new NumbersCheck(3_000, all), null);
    new ScanScheduler(List.of(scan)).run(Duration.ofSeconds(30));
    assertThat(scan.violations("I1")).isEqualTo(3_000);
    assertThat(scan.findings()).hasSize(Scan.KEPT);
  }

  @Test
  void stopsWhenTheTimeIsOver() throws Exception {
    Scan scan = new Scan(new NumbersCheck(1_000, Set.of(1)), null);
    new ScanScheduler(List.of(scan)).run(Duration.ZERO);
    assertThat(scan.isComplete()).isFalse();
    assertThat(scan.findings()).isEmpty();
  }
}
