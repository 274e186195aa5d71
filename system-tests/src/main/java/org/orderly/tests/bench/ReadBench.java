package org.orderly.tests.bench;

import java.sql.SQLException;
import java.time.Duration;

/** Measures what reading costs, beside a resource on the same server that does nothing. */
final class ReadBench {

  /** Of each read; the code around them is the same. */
  private static final int SHARES = 3;

  private static final int PERCENT_OF_CLOSED = 70;

  private ReadBench() {}

  static void run(BenchOptions options, BenchSession session) throws SQLException {
    Duration share = options.warmUp().dividedBy(SHARES);
    for (Scenario scenario : options.scenarios()) {
      session.warm(scenario, share.compareTo(Duration.ofSeconds(1)) < 0 ? options.warmUp() : share);
    }
    session.report().head();
    for (int clients : options.clients()) {
      for (Scenario scenario : options.scenarios()) {
        session.measure(scenario, clients, 0, 0);
      }
    }
    for (Scenario scenario : options.scenarios()) {
      int rate = options.rate().orElse(rate(options, session, scenario));
      session.measure(scenario, options.usualClients(), rate, 0);
    }
  }

  private static int rate(BenchOptions options, BenchSession session, Scenario scenario) {
    return session
        .result()
        .perSecond(scenario, options.usualClients())
        .map(closed -> Math.max(1, closed.intValue() * PERCENT_OF_CLOSED / 100))
        .orElse(1);
  }
}
