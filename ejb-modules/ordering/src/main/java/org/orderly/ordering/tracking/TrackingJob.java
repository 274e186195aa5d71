package org.orderly.ordering.tracking;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.orderly.platform.jobs.BackgroundJob;

/** Looks for news as long as somebody listens; a few senders bring them to the listeners. */
@Singleton
@Startup
class TrackingJob {

  private static final Logger LOG = Logger.getLogger(TrackingJob.class.getName());
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(400);
  private static final Duration STOPPING = Duration.ofSeconds(5);

  /** One for each listener who does not take what is sent would be too many. */
  private static final int SENDERS = 8;

  @Inject private OrderStreams orderStreams;
  @Resource private ManagedThreadFactory threadFactory;
  private ExecutorService senders;
  private BackgroundJob backgroundJob;
  private boolean failing;

  /** Public, since the EJB container finds no other. */
  public TrackingJob() {}

  @PostConstruct
  void start() {
    senders = Executors.newFixedThreadPool(SENDERS, threadFactory);
    backgroundJob = BackgroundJob.start(threadFactory, "order-tracking", this::turn);
  }

  @PreDestroy
  void stop() {
    backgroundJob.stop(STOPPING);
    orderStreams.closeAll();
    senders.shutdownNow();
  }

  private void turn(BackgroundJob self) throws InterruptedException {
    orderStreams.awaitListeners();
    try {
      orderStreams.look();
      failing = false;
    } catch (SQLException | RuntimeException e) {
      if (!failing && !self.isStopping()) {
        LOG.log(Level.WARNING, e, () -> "listeners to orders wait: " + e.getMessage());
      }
      failing = true;
    }
    orderStreams.attend(senders);
    orderStreams.pause(BETWEEN_LOOKS);
  }
}
