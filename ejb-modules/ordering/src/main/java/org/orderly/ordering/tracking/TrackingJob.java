package org.orderly.ordering.tracking;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.orderly.platform.jobs.BackgroundJob;

/** Reads new steps while there are subscribers; a few senders pass them on. */
@ApplicationScoped
class TrackingJob {

  private static final Duration PAUSE = Duration.ofMillis(400);

  /** One thread for each subscriber that does not take what is sent would be too many. */
  private static final int SENDERS = 8;

  @Inject private OrderStreams streams;
  @Resource private ManagedThreadFactory threadFactory;
  private ExecutorService senders;

  @PostConstruct
  void createSenders() {
    senders = Executors.newFixedThreadPool(SENDERS, threadFactory);
  }

  @Produces
  BackgroundJob declare() {
    return BackgroundJob.named("order-tracking")
        .every(PAUSE)
        .wokenBy(streams::pause)
        .trouble("subscribers to orders wait")
        .cleansUp(this::close)
        .repeats(this::serve);
  }

  /** Streams that are over are closed even if the database does not answer. */
  private void serve() throws Exception {
    streams.awaitListeners();
    try {
      streams.look();
    } finally {
      streams.attend(senders);
    }
  }

  private void close() {
    streams.closeAll();
    senders.shutdownNow();
  }
}
