package org.orderly.platform.jobs;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Thread of a background job: runs, pauses, backs off, until it is stopped. */
final class JobWorker {

  private static final Logger LOG = Logger.getLogger(BackgroundJob.class.getName());

  private final BackgroundJob job;
  private final Clock clock;
  private final BackgroundJob.Wait sleep;
  private final Thread thread;

  /** Pools and drivers may swallow an interrupt; this stays. */
  private volatile boolean stopping;

  private int failures;

  JobWorker(
      BackgroundJob job,
      String name,
      ThreadFactory threads,
      Clock clock,
      BackgroundJob.Wait sleep) {
    this.job = job;
    this.clock = clock;
    this.sleep = sleep;
    this.thread = threads.newThread(this::work);
    thread.setName(name);
  }

  void start() {
    thread.start();
  }

  /** Asks for the end; does not wait for it. */
  void interrupt() {
    stopping = true;
    thread.interrupt();
  }

  /** Waits for the end, up to the job's bound, counted from {@link System#nanoTime} then. */
  void join(long since) throws InterruptedException {
    Duration left = job.stopWithin.minusNanos(System.nanoTime() - since);
    if (left.isPositive() && !thread.join(left) || !left.isPositive() && thread.isAlive()) {
      LOG.warning(() -> thread.getName() + " did not stop within " + job.stopWithin);
    }
  }

  private void work() {
    boolean begun = false;
    while (!stopping) {
      try {
        if (!begun) {
          begun = true;
          sleep.await(job.first.pauseFrom(clock.instant()));
        }
        turn();
      } catch (InterruptedException e) {
        // the stop's; if it is a stray one, of a time-out, the next run comes early
        LOG.log(Level.FINEST, "interrupted", e);
      }
    }
  }

  private void turn() throws InterruptedException {
    boolean more = false;
    try {
      more = job.work.run(() -> stopping);
      succeeded();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      failed(e);
    }
    if (!more && !stopping) {
      pause();
    }
  }

  private void pause() throws InterruptedException {
    if (failures > 0 && job.backoff.isPresent()) {
      sleep.await(job.backoff.get().after(failures));
    } else {
      job.wait.await(job.next.pauseFrom(clock.instant()));
    }
  }

  private void succeeded() {
    if (failures > 0) {
      LOG.info(() -> thread.getName() + " works again, after " + failures + " failures");
      failures = 0;
    }
  }

  /** Logs the first of several failures; none of the stop's. */
  private void failed(Exception e) {
    failures++;
    Level level = failures == 1 && !stopping ? Level.WARNING : Level.FINE;
    LOG.log(level, e, () -> job.trouble + ": " + e.getMessage());
  }
}
