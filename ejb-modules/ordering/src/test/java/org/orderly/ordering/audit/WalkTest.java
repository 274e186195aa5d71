package org.orderly.ordering.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WalkTest {

  @Test
  void findsWhatIsWrongAnywhere() throws Exception {
    Walk walk = new Walk(new ListTrack(100_000, Set.of(0, 50_000, 99_999)), null);
    new Sweep(List.of(walk)).run(Duration.ofSeconds(30));
    assertThat(walk.isComplete()).isTrue();
    assertThat(walk.violations("I1")).isEqualTo(3);
    assertThat(walk.findings()).extracting("subject").containsExactly("0", "50000", "99999");
  }

  @Test
  void takesLargerSlicesWhereTheyAreQuick() throws SQLException {
    ListTrack track = new ListTrack(1_000_000, Set.of());
    Walk walk = new Walk(track, null);
    for (int i = 0; i < 4; i++) {
      walk.step();
    }
    assertThat(track.sizes()).containsExactly(500, 1_000, 2_000, 4_000);
  }

  @Test
  void goesOnWhereItIsTold() throws SQLException {
    Walk walk = new Walk(new ListTrack(1_000, Set.of(1, 999)), "600");
    walk.step();
    assertThat(walk.findings()).extracting("subject").containsExactly("999");
    assertThat(walk.isComplete()).isTrue();
  }

  @Test
  void countsWhatItDoesNotKeep() throws Exception {
    Set<Integer> all = IntStream.range(0, 3_000).boxed().collect(Collectors.toSet());
    Walk walk = new Walk(new ListTrack(3_000, all), null);
    new Sweep(List.of(walk)).run(Duration.ofSeconds(30));
    assertThat(walk.violations("I1")).isEqualTo(3_000);
    assertThat(walk.findings()).hasSize(Walk.KEPT);
  }

  @Test
  void stopsWhenTheTimeIsOver() throws Exception {
    Walk walk = new Walk(new ListTrack(1_000, Set.of(1)), null);
    new Sweep(List.of(walk)).run(Duration.ZERO);
    assertThat(walk.isComplete()).isFalse();
    assertThat(walk.findings()).isEmpty();
  }
}
