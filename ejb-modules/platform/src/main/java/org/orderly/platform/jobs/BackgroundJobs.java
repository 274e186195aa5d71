package org.orderly.platform.jobs;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/** Runs the background jobs of an instance, with one start and one stop for all of them. */
public final class BackgroundJobs {

  private final ThreadFactory threads;
  private final Clock clock;
  private final BackgroundJob.Wait sleep;
  private final List<BackgroundJob> jobs = new ArrayList<>();
  private final List<JobWorker> workers = new ArrayList<>();

  public BackgroundJobs(ThreadFactory threads, Clock clock) {
    this(threads, clock, Thread::sleep);
  }

  /**
   * @param sleep the pauses that nothing ends
   */
  BackgroundJobs(ThreadFactory threads, Clock clock, BackgroundJob.Wait sleep) {
    this.threads = threads;
    this.clock = clock;
    this.sleep = sleep;
  }

  /**
   * Prepares all jobs, then starts them.
   *
   * @throws RuntimeException if a preparation fails; no job has started then
   */
  public void start(List<BackgroundJob> declared) {
    declared.forEach(job -> job.preparation.run());
    jobs.addAll(declared);
    jobs.forEach(this::createWorkers);
    workers.forEach(JobWorker::start);
  }

  /**
   * Interrupts all jobs at once, waits for each within its bound, then lets them clean up. Returns
   * early if the caller is interrupted.
   */
  public void stop() {
    long since = System.nanoTime();
    workers.forEach(JobWorker::interrupt);
    try {
      for (JobWorker worker : workers) {
        worker.join(since);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      jobs.forEach(job -> job.cleanup.run());
    }
  }

  private void createWorkers(BackgroundJob job) {
    for (int i = 1; i <= job.workers; i++) {
      String name = job.workers == 1 ? job.name : job.name + "-" + i;
      workers.add(new JobWorker(job, name, threads, clock, sleep));
    }
  }
}
