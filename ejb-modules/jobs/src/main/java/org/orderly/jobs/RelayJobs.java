package org.orderly.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.events.OutboxRelay;
import org.orderly.platform.jobs.BackgroundJob;
import org.orderly.platform.jobs.Signal;
import org.orderly.platform.resilience.Backoff;

/** Declares the relay of an outbox: it sends what is there, then waits for more. */
@ApplicationScoped
class RelayJobs {

  private static final Duration POLL = Duration.ofSeconds(1);

  /** Events that come within this time are sent in one batch. */
  private static final Duration GATHERING = Duration.ofMillis(20);

  private static final Backoff BACKOFF =
      Backoff.doubling(Duration.ofMillis(100), Duration.ofSeconds(5));

  private final OutboxRelay relay;

  @Inject
  RelayJobs(OutboxRelay relay) {
    this.relay = relay;
  }

  BackgroundJob of(Outbox outbox) {
    return BackgroundJob.named("outbox-relay-" + outbox.domain())
        .every(POLL)
        .wokenBy(atMost -> gather(outbox.relay(), atMost))
        .backsOff(BACKOFF)
        .trouble("events of " + outbox.domain() + " wait")
        .stopsWithin(Duration.ofSeconds(10))
        .runs(stopping -> relay.sendBatch(outbox) == OutboxRelay.BATCH);
  }

  private static void gather(Signal signal, Duration atMost) throws InterruptedException {
    signal.await(atMost);
    Thread.sleep(GATHERING);
  }
}
