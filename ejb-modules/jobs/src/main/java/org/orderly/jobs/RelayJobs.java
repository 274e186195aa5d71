package org.orderly.jobs;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.events.OutboxRelay;
import org.orderly.platform.jobs.BackgroundJob;

/** Keeps one relay running for each outbox of the application. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
class RelayJobs {

  private static final Logger LOG = Logger.getLogger(RelayJobs.class.getName());
  private static final Duration POLL = Duration.ofSeconds(1);

  /** Events that come so soon after one another share a journey to the broker. */
  private static final Duration GATHERING = Duration.ofMillis(20);

  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(5);
  private static final Duration STOPPING = Duration.ofSeconds(10);

  @Inject @Any private Instance<Outbox> outboxes;
  @Inject private OutboxRelay relay;
  @Resource private ManagedThreadFactory threadFactory;

  private final List<BackgroundJob> workers = new ArrayList<>();

  /** Public, since the EJB container finds no other. */
  public RelayJobs() {}

  @PostConstruct
  void start() {
    for (Outbox outbox : outboxes) {
      String name = "outbox-relay-" + outbox.domain();
      workers.add(BackgroundJob.start(threadFactory, name, new Relaying(outbox)));
    }
  }

  @PreDestroy
  void stop() {
    workers.forEach(BackgroundJob::tell);
    workers.forEach(worker -> worker.stop(STOPPING));
  }

  /** Sends what there is, then waits for more, or for better times. */
  private final class Relaying implements BackgroundJob.Work {

    private final Outbox outbox;
    private int failures;

    Relaying(Outbox outbox) {
      this.outbox = outbox;
    }

    @Override
    public void turn(BackgroundJob self) throws InterruptedException {
      try {
        if (relay.sendBatch(outbox) < OutboxRelay.BATCH) {
          outbox.relay().await(POLL);
          Thread.sleep(GATHERING.toMillis());
        }
        failures = 0;
      } catch (SQLException | JMSException | RuntimeException e) {
        failures++;
        if (!self.isStopping()) {
          report(outbox, failures, e);
          Thread.sleep(backoff(failures).toMillis());
        }
      }
    }
  }

  /** Says it once when the trouble begins, not at every attempt. */
  private static void report(Outbox outbox, int failures, Exception e) {
    Level level = failures == 1 ? Level.WARNING : Level.FINE;
    LOG.log(level, e, () -> "events of " + outbox.domain() + " wait: " + e.getMessage());
  }

  private static Duration backoff(int failures) {
    Duration doubled = Duration.ofMillis(100L << Math.min(failures - 1, 6));
    return doubled.compareTo(LONGEST_BACKOFF) < 0 ? doubled : LONGEST_BACKOFF;
  }
}
