package org.orderly.jobs;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.orderly.platform.persistence.DatabaseUnavailable;
import org.orderly.platform.persistence.Retention;

/**
 * Cleans all databases every ten minutes, on every instance.
 *
 * <p>Without a transaction of the container's, which would span all databases; each batch is one of
 * its own. An attribute of the method would not do: the container overlooks it at timers.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
class RetentionTimer {

  private static final Logger LOG = Logger.getLogger(RetentionTimer.class.getName());

  /** Half a million rows of a kind: more than a busy shop makes in ten minutes. */
  private static final int BATCHES = 500;

  @Inject @Any private Instance<Retention> retentions;

  /** Public, since the EJB container finds no other. */
  public RetentionTimer() {}

  @Schedule(hour = "*", minute = "*/10", persistent = false)
  void clean() {
    for (Retention retention : retentions) {
      try {
        int gone = retention.clean(BATCHES);
        LOG.fine(() -> gone + " expired rows of " + retention.domain() + " were deleted");
      } catch (DatabaseUnavailable e) {
        LOG.log(
            Level.WARNING,
            () -> "retention of " + retention.domain() + " runs again later: " + e.getCause());
      }
    }
  }
}
