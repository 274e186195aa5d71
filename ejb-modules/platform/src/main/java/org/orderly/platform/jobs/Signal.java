package org.orderly.platform.jobs;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Signal that wakes a waiting background job: there is something to do. */
public final class Signal {

  private final Semaphore signals = new Semaphore(0);

  public void signal() {
    if (signals.availablePermits() == 0) {
      signals.release();
    }
  }

  /** Waits for a signal, but no longer than this: another instance may have written too. */
  public void await(Duration atMost) throws InterruptedException {
    if (signals.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      signals.drainPermits();
    }
  }

  /** Signals once when the caller's transaction has committed, and not if it rolls back. */
  public void signalAfterCommit(TransactionSynchronizationRegistry transaction) {
    if (transaction.getResource(this) != null) {
      return;
    }
    transaction.putResource(this, Boolean.TRUE);
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // only the outcome matters
          }

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              signal();
            }
          }
        });
  }
}
