package org.orderly.tests.bench.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryIdsTest {

  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  @Test
  void areOfVersionSevenInOrderOfTime() {
    HistoryIds ids = new HistoryIds(NOW, 1_000, 7);
    List<HistoryIds.Slot> slots = new ArrayList<>(ids.from(0, 600));
    slots.addAll(ids.from(600, 400));

    assertThat(slots).extracting(HistoryIds.Slot::id).doesNotHaveDuplicates();
    assertThat(slots).extracting(slot -> slot.id().version()).containsOnly(7);
    assertThat(slots).extracting(slot -> slot.id().variant()).containsOnly(2);
    assertThat(slots).extracting(slot -> slot.id().toString()).isSorted();
    assertThat(slots)
        .allSatisfy(
            slot ->
                assertThat(slot.id().getMostSignificantBits() >>> 16)
                    .isEqualTo(slot.at().toEpochMilli()));
  }

  @Test
  void spanTheYearBeforeYesterday() {
    HistoryIds ids = new HistoryIds(NOW, 100, 7);
    assertThat(ids.from(0, 1).get(0).at()).isEqualTo(NOW.minus(Duration.ofDays(366)));
    assertThat(ids.from(99, 1).get(0).at())
        .isBefore(NOW.minus(Duration.ofDays(1)))
        .isAfter(NOW.minus(Duration.ofDays(6)));
  }
}
