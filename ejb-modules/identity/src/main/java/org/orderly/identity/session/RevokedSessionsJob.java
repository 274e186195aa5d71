package org.orderly.identity.session;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.orderly.platform.jobs.BackgroundJob;
import org.orderly.platform.persistence.DatabaseUnavailable;
import org.orderly.platform.redis.RedisUnavailable;

/** Brings the denied sessions over to Redis, each second, on every instance. */
@Singleton
@Startup
class RevokedSessionsJob {

  private static final Logger LOG = Logger.getLogger(RevokedSessionsJob.class.getName());
  private static final Duration BETWEEN_COPIES = Duration.ofSeconds(1);
  private static final Duration STOPPING = Duration.ofSeconds(5);

  @Inject private RevokedSessionRepository copy;
  @Resource private ManagedThreadFactory threadFactory;
  private BackgroundJob backgroundJob;
  private boolean silent;

  /** Public, since the EJB container finds no other. */
  public RevokedSessionsJob() {}

  @PostConstruct
  void start() {
    backgroundJob = BackgroundJob.start(threadFactory, "denied-sessions", this::turn);
  }

  @PreDestroy
  void stop() {
    backgroundJob.stop(STOPPING);
  }

  private void turn(BackgroundJob self) throws InterruptedException {
    try {
      copy.bringOver();
      silent = false;
    } catch (RedisUnavailable | DatabaseUnavailable e) {
      LOG.log(
          silent ? Level.FINE : Level.WARNING,
          () -> "the database alone knows which sessions are denied: " + e.getMessage());
      silent = true;
    }
    Thread.sleep(BETWEEN_COPIES.toMillis());
  }
}
