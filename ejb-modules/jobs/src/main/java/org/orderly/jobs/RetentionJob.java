package org.orderly.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.util.logging.Logger;
import org.orderly.platform.jobs.BackgroundJob;
import org.orderly.platform.persistence.DatabaseUnavailable;
import org.orderly.platform.persistence.Retention;

/** Deletes expired rows from all databases every ten minutes, each batch in its own transaction. */
@ApplicationScoped
class RetentionJob {

  private static final Logger LOG = Logger.getLogger(RetentionJob.class.getName());

  /** Half a million rows of a kind: more than a busy shop makes in ten minutes. */
  private static final int BATCHES = 500;

  @Produces
  static BackgroundJob declare(@Any Instance<Retention> retentions) {
    return BackgroundJob.named("retention")
        .everyFull(Duration.ofMinutes(10))
        .trouble("expired rows are deleted later")
        .repeats(() -> clean(retentions));
  }

  /** A database that fails does not keep the others from being cleaned. */
  private static void clean(Iterable<Retention> retentions) {
    IllegalStateException failure = null;
    for (Retention retention : retentions) {
      try {
        int deleted = retention.clean(BATCHES);
        LOG.fine(() -> deleted + " expired rows of " + retention.domain() + " were deleted");
      } catch (DatabaseUnavailable e) {
        failure = new IllegalStateException(retention.domain() + ": " + e.getCause(), e);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
