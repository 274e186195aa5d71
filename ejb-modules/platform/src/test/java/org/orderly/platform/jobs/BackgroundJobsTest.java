package org.orderly.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.orderly.platform.resilience.Backoff;

/** Runs jobs on real threads; no test sleeps: pauses are recorded, and ended by the test. */
@Timeout(60)
class BackgroundJobsTest {

  private static final Instant NOW = Instant.parse("2026-11-30T12:07:30Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Logger LOGGER = Logger.getLogger(BackgroundJob.class.getName());

  private final BlockingQueue<Duration> pauses = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> runs = new LinkedBlockingQueue<>();
  private final LogLines log = new LogLines();
  private final BackgroundJobs jobs =
      new BackgroundJobs(Thread::new, Clock.fixed(NOW, ZoneOffset.UTC), pauses::add);

  @BeforeEach
  void listen() {
    LOGGER.addHandler(log);
    LOGGER.setUseParentHandlers(false);
  }

  @AfterEach
  void stop() {
    jobs.stop();
    LOGGER.removeHandler(log);
    LOGGER.setUseParentHandlers(true);
  }

  @Test
  void runsAtOnceAndAgainWithoutAPauseWhileThereIsMoreToDo() throws Exception {
    AtomicInteger left = new AtomicInteger(3);
    CountDownLatch waiting = new CountDownLatch(1);
    start(
        BackgroundJob.named("job")
            .every(HOUR)
            .wokenBy(atMost -> blockAfter(waiting))
            .runs(stopping -> left.decrementAndGet() > 0));
    waiting.await();
    assertThat(left).hasValue(0);
  }

  @Test
  void waitsForItsSignalBetweenRuns() throws Exception {
    Signal signal = new Signal();
    start(BackgroundJob.named("job").every(HOUR).wokenBy(signal::await).repeats(this::note));
    for (int i = 0; i < 3; i++) {
      assertThat(runs.take()).isEqualTo("job");
      signal.signal();
    }
    assertThat(runs.take()).isEqualTo("job");
  }

  @Test
  void delaysTheFirstRun() throws Exception {
    start(
        BackgroundJob.named("job")
            .firstAfter(HOUR)
            .every(HOUR)
            .wokenBy(this::block)
            .repeats(this::note));
    assertThat(runs.take()).isEqualTo("job");
    assertThat(pauses).containsExactly(HOUR);
  }

  @Test
  void runsByTheClock() throws Exception {
    BlockingQueue<Duration> waits = new LinkedBlockingQueue<>();
    start(
        BackgroundJob.named("job")
            .everyFull(Duration.ofMinutes(10))
            .wokenBy(
                atMost -> {
                  waits.add(atMost);
                  block(atMost);
                })
            .repeats(this::note));
    Duration untilTenPastTwelve = Duration.ofSeconds(150);
    assertThat(waits.take()).isEqualTo(untilTenPastTwelve);
    assertThat(pauses).containsExactly(untilTenPastTwelve);
    assertThat(runs).hasSize(1);
  }

  @Test
  void doesNotRunTwiceForAPauseThatEndedAMomentEarly() {
    Schedule schedule = Schedule.atMultiplesOf(Duration.ofMinutes(10));
    assertThat(schedule.pauseFrom(Instant.parse("2026-11-30T12:09:59.500Z")))
        .isEqualTo(Duration.ofMinutes(10).plusMillis(500));
    assertThat(schedule.pauseFrom(Instant.parse("2026-11-30T12:10:00Z")))
        .isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void backsOffFromFailuresAndBeginsAnewAfterASuccess() throws Exception {
    Queue<Boolean> outcomes = new ArrayDeque<>(List.of(false, false, false, true, false));
    CountDownLatch over = new CountDownLatch(1);
    start(
        BackgroundJob.named("job")
            .backsOff(Backoff.doubling(Duration.ofSeconds(1), Duration.ofSeconds(3)))
            .runs(stopping -> next(outcomes, over)));
    over.await();
    assertThat(pauses.stream().filter(Duration::isPositive).map(Duration::toSeconds))
        .containsExactly(1L, 2L, 3L, 1L);
  }

  @Test
  void waitsAsUsualAfterAFailureWithoutABackOff() throws Exception {
    BlockingQueue<Duration> waits = new LinkedBlockingQueue<>();
    start(
        BackgroundJob.named("job")
            .every(HOUR)
            .wokenBy(
                atMost -> {
                  waits.add(atMost);
                  block(atMost);
                })
            .repeats(
                () -> {
                  throw new IllegalStateException("no database");
                }));
    assertThat(waits.take()).isEqualTo(HOUR);
  }

  @Test
  void logsOnceWhenTroubleBeginsAndOnceWhenItIsOver() throws Exception {
    Queue<Boolean> outcomes = new ArrayDeque<>(List.of(true, false, false, false, true, true));
    CountDownLatch over = new CountDownLatch(1);
    start(BackgroundJob.named("job").trouble("mails wait").runs(stopping -> next(outcomes, over)));
    over.await();
    assertThat(log.lines)
        .containsExactly(
            "WARNING mails wait: no database", "INFO job works again, after 3 failures");
  }

  @Test
  void runsEachWorkerOnAThreadOfItsOwn() throws Exception {
    CountDownLatch together = new CountDownLatch(3);
    start(
        BackgroundJob.named("job")
            .workers(3)
            .repeats(
                () -> {
                  note();
                  together.countDown();
                  block(HOUR);
                }));
    together.await();
    assertThat(runs).containsExactlyInAnyOrder("job-1", "job-2", "job-3");
  }

  @Test
  void leavesOutAJobWhoseConditionDoesNotHold() throws Exception {
    start(
        BackgroundJob.named("off").onlyIf(false).repeats(this::note),
        BackgroundJob.named("on")
            .onlyIf(true)
            .every(HOUR)
            .wokenBy(this::block)
            .repeats(this::note));
    assertThat(runs.take()).isEqualTo("on");
    jobs.stop();
    assertThat(runs).isEmpty();
  }

  @Test
  void preparesAllJobsBeforeOneRuns() throws Exception {
    AtomicBoolean prepared = new AtomicBoolean();
    start(
        BackgroundJob.named("first")
            .every(HOUR)
            .wokenBy(this::block)
            .repeats(() -> runs.add(prepared.get() ? "prepared" : "not prepared")),
        BackgroundJob.named("second")
            .onlyIf(false)
            .prepares(() -> prepared.set(true))
            .repeats(() -> {}));
    assertThat(runs.take()).isEqualTo("prepared");
  }

  @Test
  void startsNoJobIfAPreparationFails() {
    assertThatThrownBy(
            () ->
                start(
                    BackgroundJob.named("job").repeats(this::note),
                    BackgroundJob.named("unsafe")
                        .prepares(
                            () -> {
                              throw new IllegalStateException("unsafe settings");
                            })
                        .repeats(this::note)))
        .hasMessage("unsafe settings");
    jobs.stop();
    assertThat(runs).isEmpty();
  }

  @Test
  void stopsAJobThatWaitsAndLetsItCleanUp() throws Exception {
    AtomicBoolean clean = new AtomicBoolean();
    start(
        BackgroundJob.named("job")
            .every(HOUR)
            .wokenBy(this::block)
            .cleansUp(() -> clean.set(true))
            .repeats(this::note));
    runs.take();
    jobs.stop();
    assertThat(clean).isTrue();
    assertThat(log.lines).isEmpty();
  }

  @Test
  void tellsALongRunThatTheApplicationStopsAndLogsNoFailureOfIt() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    start(
        BackgroundJob.named("job")
            .runs(
                stopping -> {
                  running.countDown();
                  while (!stopping.getAsBoolean()) {
                    Thread.onSpinWait();
                  }
                  ended.set(true);
                  throw new IllegalStateException("the pool is closed");
                }));
    running.await();
    jobs.stop();
    assertThat(ended).isTrue();
    assertThat(log.lines).isEmpty();
  }

  @Test
  void doesNotWaitForLongerThanItsBound() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    start(
        BackgroundJob.named("job")
            .stopsWithin(Duration.ofMillis(10))
            .repeats(
                () -> {
                  running.countDown();
                  awaitUninterruptibly(released);
                }));
    running.await();
    jobs.stop();
    assertThat(log.lines).containsExactly("WARNING job did not stop within PT0.01S");
    released.countDown();
  }

  @Test
  void goesOnAfterAnInterruptThatIsNotTheStops() throws Exception {
    start(
        BackgroundJob.named("job")
            .every(HOUR)
            .wokenBy(this::block)
            .repeats(
                () -> {
                  note();
                  Thread.currentThread().interrupt();
                }));
    assertThat(runs.take()).isEqualTo("job");
    assertThat(runs.take()).isEqualTo("job");
  }

  private void start(BackgroundJob... declared) {
    jobs.start(List.of(declared));
  }

  private void note() {
    runs.add(Thread.currentThread().getName());
  }

  /** Until the stop. */
  private void block(Duration atMost) throws InterruptedException {
    new CountDownLatch(1).await();
  }

  /** Succeeds or fails as the next outcome says, and blocks after the last. */
  private static boolean next(Queue<Boolean> outcomes, CountDownLatch over)
      throws InterruptedException {
    if (outcomes.isEmpty()) {
      blockAfter(over);
    }
    if (!outcomes.remove()) {
      throw new IllegalStateException("no database");
    }
    return true;
  }

  private static void blockAfter(CountDownLatch reached) throws InterruptedException {
    reached.countDown();
    new CountDownLatch(1).await();
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    boolean done = false;
    while (!done) {
      try {
        done = latch.await(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        // as a driver does that swallows interrupts
      }
    }
  }

  private static final class LogLines extends Handler {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord line) {
      if (line.getLevel().intValue() >= Level.INFO.intValue()) {
        lines.add(line.getLevel() + " " + line.getMessage());
      }
    }

    @Override
    public void flush() {
      // nothing is buffered
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
