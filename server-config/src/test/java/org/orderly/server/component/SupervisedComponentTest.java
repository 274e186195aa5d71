package org.orderly.server.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.orderly.server.setup.LaunchFailure;

class SupervisedComponentTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private final FakeService service = new FakeService();
  private final SupervisedComponent part =
      new SupervisedComponent(
          service, new LaunchConsole(new PrintStream(lines, true, StandardCharsets.UTF_8)));

  @Test
  void startsAPartThatEndedAgainAndSaysSoInOneLine() {
    part.start();

    service.end(137);

    assertThat(awaitLaunches(2)).isTrue();
    assertThat(Deadline.in(PATIENCE).await(() -> said().contains("ended (137), runs again")))
        .isTrue();
    assertThat(said().lines()).hasSize(2);
    part.stop();
  }

  @Test
  void triesAgainWhenThePartDoesNotComeUp() {
    part.start();
    service.refusals = 1;

    service.end(1);

    assertThat(awaitLaunches(3)).isTrue();
    assertThat(said()).contains("is down, next try in");
    part.stop();
  }

  @Test
  void leavesAPartAloneThatWasStopped() {
    part.start();

    part.stop();
    service.end(0);

    assertThat(service.launches).hasValue(1);
  }

  @Test
  void startsAPartThatWasStoppedWhenAskedTo() {
    part.start();
    part.stop();

    part.start();

    assertThat(service.launches).hasValue(2);
    part.stop();
  }

  @Test
  void leavesAPartDownThatCrashedOnPurposeUntilItIsStarted() {
    part.start();

    part.crash();

    assertThat(service.launches).hasValue(1);
    part.start();
    assertThat(service.launches).hasValue(2);
    part.stop();
  }

  @Test
  void startsNothingAgainThatWasStoppedForGood() {
    part.start();
    part.retire();

    assertThatThrownBy(part::start).isInstanceOf(LaunchFailure.class);
    assertThat(service.launches).hasValue(1);
  }

  @Test
  void doesNotTakeTheEndOfAnEarlierProcessForTheEndOfThisOne() {
    part.start();
    service.end(137);
    part.stop();

    part.start();

    assertThat(awaitLaunches(3, Duration.ofSeconds(2))).isFalse();
    part.stop();
  }

  @Test
  void stopsAPartAgainThatDoesNotGetReady() {
    service.refusals = 1;

    assertThatThrownBy(part::start).isInstanceOf(LaunchFailure.class);

    assertThat(service.exit()).isDone();
    part.start();
    assertThat(service.launches).hasValue(2);
    part.stop();
  }

  private boolean awaitLaunches(int count, Duration patience) {
    return Deadline.in(patience).await(() -> service.launches.get() == count);
  }

  private boolean awaitLaunches(int count) {
    return awaitLaunches(count, PATIENCE);
  }

  private String said() {
    return lines.toString(StandardCharsets.UTF_8);
  }

  private static final class FakeService implements StartedComponent {
    private final AtomicInteger launches = new AtomicInteger();
    private volatile int refusals;
    private volatile CompletableFuture<Integer> exit = new CompletableFuture<>();

    void end(int code) {
      exit.complete(code);
    }

    @Override
    public Component part() {
      return Component.BROKER;
    }

    @Override
    public ChildProcess child() {
      throw new UnsupportedOperationException("there is no process");
    }

    @Override
    public void launch() {
      exit = new CompletableFuture<>();
      launches.incrementAndGet();
    }

    @Override
    public void awaitReady() {
      if (refusals > 0) {
        refusals--;
        throw new LaunchFailure("Not this time.");
      }
    }

    @Override
    public void stop() {
      exit.complete(0);
    }

    @Override
    public void kill() {
      end(137);
    }

    @Override
    public long pid() {
      return 0;
    }

    @Override
    public CompletableFuture<Integer> exit() {
      return exit;
    }

    @Override
    public String place() {
      return "here";
    }

    @Override
    public LogFile log() {
      return new LogFile(Path.of("none"));
    }
  }
}
