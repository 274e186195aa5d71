package org.orderly.ordering.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import org.orderly.platform.jobs.BackgroundJob;

/** Takes the automatic steps that are due, if the configuration wants any. */
@ApplicationScoped
class AutomaticStepsJob {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  @Produces
  static BackgroundJob declare(AutomaticSteps steps) {
    return BackgroundJob.named("automatic-steps")
        .onlyIf(steps.areWanted())
        .firstAfter(PAUSE)
        .every(PAUSE)
        .trouble("automatic steps are taken later")
        .stopsWithin(Duration.ofSeconds(10))
        .repeats(steps::take);
  }
}
