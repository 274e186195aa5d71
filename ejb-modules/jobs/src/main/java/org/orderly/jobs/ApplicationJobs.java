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
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.jobs.BackgroundJob;
import org.orderly.platform.jobs.BackgroundJobs;

/**
 * Starts and stops the background jobs that modules declare, and a relay for each outbox.
 *
 * <p>The application is not ready before the preparations of all jobs are done. No transaction of
 * the container is open: it would span all databases.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
class ApplicationJobs {

  @Inject @Any private Instance<BackgroundJob> declared;
  @Inject @Any private Instance<Outbox> outboxes;
  @Inject private RelayJobs relays;
  @Inject private Clock clock;
  @Resource private ManagedThreadFactory threads;

  private @Nullable BackgroundJobs jobs;

  /** Public, since the EJB container finds no other. */
  public ApplicationJobs() {}

  @PostConstruct
  void start() {
    List<BackgroundJob> all = new ArrayList<>();
    declared.forEach(all::add);
    outboxes.forEach(outbox -> all.add(relays.of(outbox)));
    BackgroundJobs running = new BackgroundJobs(threads, clock);
    jobs = running;
    running.start(all);
  }

  @PreDestroy
  void stop() {
    if (jobs != null) {
      jobs.stop();
    }
  }
}
