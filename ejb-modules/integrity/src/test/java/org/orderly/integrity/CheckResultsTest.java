package org.orderly.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.orderly.integrity.CheckResultRepository.KnownFinding;
import org.orderly.platform.integrity.Finding;
import org.orderly.platform.integrity.InvariantResult;

class CheckResultsTest {

  private static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");
  private static final Instant YESTERDAY = Instant.parse("2026-01-01T00:00:00Z");
  private static final Map<String, ScanProgress> PASSED =
      Map.of("numbers", new ScanProgress(null, YESTERDAY, NOW, YESTERDAY));

  @Test
  void answersForItselfWhenAllWasLookedAt() throws SQLException {
    Scan scan = new Scan(new NumbersCheck(100, Set.of(7)), null);
    scan.step();
    InvariantResult check = first(scan, List.of(known("8")));
    assertThat(check.complete()).isTrue();
    assertThat(check.checkedAt()).isEqualTo(NOW);
    assertThat(check.violations()).isEqualTo(1);
    assertThat(check.sample()).containsExactly("7 is wrong");
  }

  @Test
  void addsWhatTheAuditorKnowsOfTheRest() throws SQLException {
    Scan scan = new Scan(new NumbersCheck(10_000, Set.of(7)), null);
    scan.step();
    InvariantResult check = first(scan, List.of(known("7"), known("9000")));
    assertThat(check.ok()).isFalse();
    assertThat(check.complete()).isFalse();
    assertThat(check.checkedAt()).isEqualTo(YESTERDAY);
    assertThat(check.reached()).isEqualTo("numbers: up to 500");
    assertThat(check.sample()).containsExactly("7 is wrong", "9000 is wrong");
    assertThat(check.violations()).isEqualTo(2);
  }

  @Test
  void saysThatTheRestWasNeverLookedAt() {
    Scan scan = new Scan(new NumbersCheck(10_000, Set.of()), null);
    InvariantResult check = new CheckResults(List.of(scan), List.of(), Map.of(), NOW).all().get(0);
    assertThat(check.ok()).isTrue();
    assertThat(check.checkedAt()).isNull();
    assertThat(check.reached()).isEqualTo("numbers: not begun");
  }

  private static InvariantResult first(Scan scan, List<KnownFinding> known) {
    return new CheckResults(List.of(scan), known, PASSED, NOW).all().get(0);
  }

  private static KnownFinding known(String subject) {
    return new KnownFinding("numbers", new Finding("I1", subject, subject + " is wrong"));
  }
}
