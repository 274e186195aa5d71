package org.orderly.platform.jobs;

import java.time.Duration;
import java.time.Instant;

/** Says how long a job waits for its next run. */
@FunctionalInterface
interface Schedule {

  Duration pauseFrom(Instant now);

  /** A pause of this length after each run. */
  static Schedule after(Duration pause) {
    return now -> pause;
  }

  /**
   * Full multiples of a period, in UTC. One that is less than a second away has just been: a pause
   * may end early by as much as the clock was adjusted.
   */
  static Schedule atMultiplesOf(Duration period) {
    long millis = period.toMillis();
    return now -> {
      long rest = millis - Math.floorMod(now.toEpochMilli(), millis);
      return Duration.ofMillis(rest < 1000 ? rest + millis : rest);
    };
  }
}
