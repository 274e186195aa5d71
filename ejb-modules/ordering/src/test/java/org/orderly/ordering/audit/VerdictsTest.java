package org.orderly.ordering.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.orderly.kernel.Finding;
import org.orderly.kernel.InvariantCheck;
import org.orderly.ordering.audit.AuditLog.Standing;

class VerdictsTest {

  private static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");
  private static final Instant YESTERDAY = Instant.parse("2026-01-01T00:00:00Z");
  private static final Map<String, Progress> PASSED =
      Map.of("numbers", new Progress(null, YESTERDAY, NOW, YESTERDAY));

  @Test
  void answersForItselfWhenAllWasLookedAt() throws SQLException {
    Walk walk = new Walk(new ListTrack(100, Set.of(7)), null);
    walk.step();
    InvariantCheck check = first(walk, List.of(standing("8")));
    assertThat(check.complete()).isTrue();
    assertThat(check.checkedAt()).isEqualTo(NOW);
    assertThat(check.violations()).isEqualTo(1);
    assertThat(check.sample()).containsExactly("7 is wrong");
  }

  @Test
  void addsWhatTheAuditorKnowsOfTheRest() throws SQLException {
    Walk walk = new Walk(new ListTrack(10_000, Set.of(7)), null);
    walk.step();
    InvariantCheck check = first(walk, List.of(standing("7"), standing("9000")));
    assertThat(check.ok()).isFalse();
    assertThat(check.complete()).isFalse();
    assertThat(check.checkedAt()).isEqualTo(YESTERDAY);
    assertThat(check.reached()).isEqualTo("numbers: up to 500");
    assertThat(check.sample()).containsExactly("7 is wrong", "9000 is wrong");
    assertThat(check.violations()).isEqualTo(2);
  }

  @Test
  void saysThatTheRestWasNeverLookedAt() {
    Walk walk = new Walk(new ListTrack(10_000, Set.of()), null);
    InvariantCheck check = new Verdicts(List.of(walk), List.of(), Map.of(), NOW).all().get(0);
    assertThat(check.ok()).isTrue();
    assertThat(check.checkedAt()).isNull();
    assertThat(check.reached()).isEqualTo("numbers: not begun");
  }

  private static InvariantCheck first(Walk walk, List<Standing> standing) {
    return new Verdicts(List.of(walk), standing, PASSED, NOW).all().get(0);
  }

  private static Standing standing(String subject) {
    return new Standing("numbers", new Finding("I1", subject, subject + " is wrong"));
  }
}
