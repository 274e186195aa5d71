package org.orderly.catalog.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.orderly.catalog.database.CatalogChangeQueries.Look;
import org.orderly.platform.persistence.DatabaseUnavailable;

/**
 * Number that rises when the catalogue may read differently. What was read at one revision is
 * current as long as the revision stays.
 *
 * <p>Changes that this instance commits raise it at once. Those of other instances, and of whoever
 * else writes to the database, are found in the log of changes, which is asked at most every {@link
 * #CONFIRM_AFTER} and at least every {@link #STALE_AFTER} that somebody reads. Neither the broker
 * nor Redis takes part.
 */
@ApplicationScoped
public class CatalogRevision {

  /** After this time one reader asks the database, while others go on with what is known. */
  static final Duration CONFIRM_AFTER = Duration.ofMillis(200);

  /** After this time nobody goes on with what is known: the longest that a change stays unseen. */
  static final Duration STALE_AFTER = Duration.ofSeconds(1);

  /** Half of the time that the log is kept for. */
  private static final Duration COMPARABLE =
      Duration.ofMinutes(CatalogChangeQueries.KEPT_MINUTES / 2);

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private @Nullable TransactionSynchronizationRegistry transaction;

  private final CatalogChangeQueries changes;
  private final LongSupplier nanoTime;
  private final AtomicLong revision = new AtomicLong();
  private final ReentrantLock asking = new ReentrantLock();

  /** When the last look began that was compared. */
  private volatile long confirmedAt;

  /** When the last look failed, and how; guarded by the lock. */
  private long failedAt;

  private @Nullable DatabaseUnavailable failure;

  /** Guarded by the lock. */
  private @Nullable Look last;

  @Inject
  CatalogRevision(CatalogChangeQueries changes) {
    this(changes, System::nanoTime);
  }

  CatalogRevision(CatalogChangeQueries changes, LongSupplier nanoTime) {
    this.changes = changes;
    this.nanoTime = nanoTime;
    this.confirmedAt = nanoTime.getAsLong() - COMPARABLE.toNanos();
  }

  /**
   * The revision now. All changes committed more than a second ago are behind it, and all that this
   * instance has committed.
   *
   * @throws DatabaseUnavailable if that cannot be confirmed, since the database does not answer
   */
  public long current() {
    long asked = nanoTime.getAsLong();
    if (isOlder(STALE_AFTER)) {
      asking.lock();
      confirm(asked);
    } else if (isOlder(CONFIRM_AFTER) && asking.tryLock()) {
      confirm(asked);
    }
    return revision.get();
  }

  /** How often the revision has risen since this instance started. */
  public long changes() {
    return revision.get();
  }

  /** Raises the revision when the caller's transaction has ended, in whatever way. */
  public void riseAfterTransaction() {
    if (transaction == null || transaction.getResource(this) != null) {
      return;
    }
    transaction.putResource(this, true);
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // others must not see the change before its commit
          }

          @Override
          public void afterCompletion(int status) {
            rise();
          }
        });
  }

  /** Raises the revision for a change that has been committed. */
  public void rise() {
    revision.incrementAndGet();
  }

  private boolean isOlder(Duration age) {
    return nanoTime.getAsLong() - confirmedAt >= age.toNanos();
  }

  /**
   * Asks the database, unless somebody has asked while this reader waited for the lock, which is
   * released here. A failure is a failure of all who waited: they do not try one after the other.
   *
   * @param asked when this reader came
   */
  private void confirm(long asked) {
    try {
      DatabaseUnavailable known = failure;
      if (known != null && failedAt - asked >= 0) {
        throw new DatabaseUnavailable(CatalogDatabase.DOMAIN, known);
      }
      if (isOlder(CONFIRM_AFTER)) {
        compare();
      }
    } catch (DatabaseUnavailable e) {
      if (isOlder(STALE_AFTER)) {
        throw e;
      }
    } finally {
      asking.unlock();
    }
  }

  private void compare() {
    long begin = nanoTime.getAsLong();
    Look before = last;
    Look look = look(before == null ? CatalogChangeQueries.BEGINNING : before.horizon());
    if (before == null
        || begin - confirmedAt >= COMPARABLE.toNanos()
        || look.since() != before.ahead()) {
      rise();
    }
    last = look;
    confirmedAt = begin;
  }

  private Look look(String horizon) {
    try {
      Look look = changes.from(horizon);
      failure = null;
      return look;
    } catch (DatabaseUnavailable e) {
      failure = e;
      failedAt = nanoTime.getAsLong();
      throw e;
    }
  }
}
