package org.orderly.tests.drill;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.orderly.tests.drill.customer.CallAnswers;
import org.orderly.tests.drill.history.CallAnswer;
import org.orderly.tests.drill.history.FinalState;
import org.orderly.tests.drill.history.HistoryCheck;
import org.orderly.tests.drill.history.HistoryReport;
import org.orderly.tests.drill.history.RecordedCall;
import org.orderly.tests.drill.history.RecordedEffect;

/** Checks the calls of each round, from the state that the round before left. */
public final class HistoryVerification {
  private static final int SERVER_ERRORS = 500;

  private final FinalStateReader reader;
  private final Map<String, Long> added = new HashMap<>();
  private Map<String, Long> counters;

  HistoryVerification(DrillSite drillSite) throws SQLException {
    this.reader = new FinalStateReader(drillSite);
    this.counters = reader.counters();
  }

  HistoryReport check(List<RecordedCall> calls, OffsetDateTime since) throws SQLException {
    List<String> orderKeys =
        calls.stream()
            .filter(call -> call.request().operation().equals(CallAnswers.ORDER))
            .map(call -> call.request().key())
            .distinct()
            .toList();
    List<RecordedEffect> effects = reader.effects(since, orderKeys);
    Map<String, Long> before = counters;
    counters = reader.counters();
    effects.stream()
        .filter(effect -> !effect.earlier())
        .flatMap(effect -> effect.changes().entrySet().stream())
        .filter(change -> change.getValue() > 0)
        .forEach(change -> added.merge(change.getKey(), change.getValue(), Long::sum));
    return HistoryCheck.of(calls, new FinalState(effects, before, counters));
  }

  /** What deposits and restocks have added to a counter, in all rounds. */
  long added(String counter) {
    return added.getOrDefault(counter, 0L);
  }

  /** While nothing is down, no order is answered with an error. */
  public static List<String> errorsBefore(long faultNanos, List<RecordedCall> calls) {
    List<String> errors = new ArrayList<>();
    for (RecordedCall call : calls) {
      if (call.endNanos() < faultNanos
          && call.request().operation().equals(CallAnswers.ORDER)
          && call.answer() instanceof CallAnswer.Unknown unknown
          && unknown.status() >= SERVER_ERRORS) {
        errors.add("error while nothing was down: " + unknown.reason() + " to " + call.request());
      }
    }
    return errors;
  }
}
