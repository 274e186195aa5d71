package org.orderly.platform.jobs;

import java.time.Duration;
import java.util.concurrent.ThreadFactory;

/** A thread that does the same work over and over until it is told to stop. */
public final class BackgroundJob {

  /** One turn of the work, with whatever waiting belongs to it. */
  @FunctionalInterface
  public interface Work {
    void turn(BackgroundJob self) throws InterruptedException;
  }

  private final Work work;
  private final Thread thread;

  /** Pools and drivers may swallow an interrupt; this stays. */
  private volatile boolean stopping;

  private BackgroundJob(ThreadFactory threads, String name, Work work) {
    this.work = work;
    this.thread = threads.newThread(this::run);
    thread.setName(name);
  }

  /** Makes a worker that runs at once. */
  public static BackgroundJob start(ThreadFactory threads, String name, Work work) {
    BackgroundJob backgroundJob = new BackgroundJob(threads, name, work);
    backgroundJob.thread.start();
    return backgroundJob;
  }

  /** For work that takes long, and for failures that only tell of the end. */
  public boolean isStopping() {
    return stopping;
  }

  /** Tells it to stop; does not wait. */
  public void tell() {
    stopping = true;
    thread.interrupt();
  }

  /** Tells it to stop and waits for it, but no longer than this. */
  public void stop(Duration patience) {
    tell();
    try {
      thread.join(patience.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!stopping) {
        work.turn(this);
      }
    } catch (InterruptedException e) {
      // only tell() interrupts
      Thread.currentThread().interrupt();
    }
  }
}
