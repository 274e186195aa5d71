package org.orderly.platform.jobs;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.orderly.platform.resilience.Backoff;

/**
 * Declaration of a background job: what one run does, when the next is due, and what follows a
 * failure. {@link BackgroundJobs} runs it.
 *
 * <p>A module declares a job as a CDI bean, by a producer. Every instance runs every job, so a job
 * claims its work from the database. A run that fails is repeated after the back-off; the log says
 * so once when trouble begins and once when it is over.
 */
public final class BackgroundJob {

  /** One run of a job, outside of any transaction. */
  @FunctionalInterface
  public interface Work {

    /**
     * @param stopping whether the application stops, for runs that take long
     * @return whether there is more to do at once, without a pause
     * @throws InterruptedException if the application stops
     * @throws Exception if the run failed
     */
    boolean run(BooleanSupplier stopping) throws Exception;
  }

  /** One run that never leaves more to do at once. */
  @FunctionalInterface
  public interface Action {
    void run() throws Exception;
  }

  /** A pause that something else may end. */
  @FunctionalInterface
  public interface Wait {
    void await(Duration atMost) throws InterruptedException;
  }

  final String name;
  final int workers;
  final Schedule first;
  final Schedule next;
  final Wait wait;
  final Optional<Backoff> backoff;
  final String trouble;
  final Duration stopWithin;
  final Runnable preparation;
  final Runnable cleanup;
  final Work work;

  private BackgroundJob(Builder declared, Work work) {
    this.name = declared.name;
    this.workers = declared.workers;
    this.first = declared.first;
    this.next = declared.next;
    this.wait = declared.wait;
    this.backoff = declared.backoff;
    this.trouble = declared.trouble;
    this.stopWithin = declared.stopWithin;
    this.preparation = declared.preparation;
    this.cleanup = declared.cleanup;
    this.work = work;
  }

  /** Begins a declaration. The name is that of the thread, too. */
  public static Builder named(String name) {
    return new Builder(name);
  }

  @Override
  public String toString() {
    return name;
  }

  /** A declaration that is not complete; without more it repeats its run without a pause. */
  public static final class Builder {

    private final String name;
    private int workers = 1;
    private Schedule first = Schedule.after(Duration.ZERO);
    private Schedule next = Schedule.after(Duration.ZERO);
    private Wait wait = Thread::sleep;
    private Optional<Backoff> backoff = Optional.empty();
    private String trouble;
    private Duration stopWithin = Duration.ofSeconds(5);
    private Runnable preparation = () -> {};
    private Runnable cleanup = () -> {};

    private Builder(String name) {
      this.name = name;
      this.trouble = name + " fails";
    }

    /** How many threads do the work; one without this. */
    public Builder workers(int count) {
      this.workers = count;
      return this;
    }

    /** Without this condition the job does not run at all. */
    public Builder onlyIf(boolean condition) {
      this.workers = condition ? workers : 0;
      return this;
    }

    /** Delays the first run, which comes at once without this. */
    public Builder firstAfter(Duration delay) {
      this.first = Schedule.after(delay);
      return this;
    }

    /** The pause after a run that leaves nothing to do at once. */
    public Builder every(Duration pause) {
      this.next = Schedule.after(pause);
      return this;
    }

    /** Runs by the clock, the first time too: ten minutes mean 12:00, 12:10, 12:20 and so on. */
    public Builder everyFull(Duration period) {
      this.first = Schedule.atMultiplesOf(period);
      this.next = first;
      return this;
    }

    /** What ends a pause early, such as {@link Signal#await}; nothing without this. */
    public Builder wokenBy(Wait signal) {
      this.wait = signal;
      return this;
    }

    /** The pause after a failed run; without this it is the same as after any other run. */
    public Builder backsOff(Backoff pauses) {
      this.backoff = Optional.of(pauses);
      return this;
    }

    /** What a failure means, for the log. */
    public Builder trouble(String consequence) {
      this.trouble = consequence;
      return this;
    }

    /** How long the stop waits for the run under way; 5 s without this. */
    public Builder stopsWithin(Duration bound) {
      this.stopWithin = bound;
      return this;
    }

    /** Done before any job begins. If it fails, the application does not start. */
    public Builder prepares(Runnable action) {
      this.preparation = action;
      return this;
    }

    /** Done once the job has stopped. */
    public Builder cleansUp(Runnable action) {
      this.cleanup = action;
      return this;
    }

    /** Completes the declaration. */
    public BackgroundJob runs(Work work) {
      return new BackgroundJob(this, work);
    }

    /** Completes the declaration of a job whose runs leave nothing to do at once. */
    public BackgroundJob repeats(Action action) {
      return runs(
          stopping -> {
            action.run();
            return false;
          });
    }
  }
}
