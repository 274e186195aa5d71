package org.orderly.server.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderly.server.setup.DataFolder;

class ChildProcessTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TempDir Path temporary;
  private ChildProcess first;

  @AfterEach
  void leaveNothingBehind() {
    if (first != null) {
      first.stop("KILL", PATIENCE);
    }
  }

  @Test
  void isFoundAgainByALauncherThatDidNotStartIt() {
    start();

    assertThat(child("sleep").orphan()).isPresent();
  }

  @Test
  void isNotMistakenForAnotherProgramWithTheSameNumber() {
    start();

    assertThat(child("postgres").orphan()).isEmpty();
  }

  @Test
  void isNotMistakenForAProcessThatStartedAtAnotherTime() throws Exception {
    start();
    Path pidFile = temporary.resolve("run/redis.pid");
    var longAgo = java.nio.file.attribute.FileTime.fromMillis(0);
    Files.setLastModifiedTime(pidFile, longAgo);

    assertThat(child("sleep").orphan()).isEmpty();
  }

  @Test
  void inheritsNothingButItsPathsAndTheAgentsThatMeasureIt() {
    Map<String, String> environment =
        new HashMap<>(
            Map.of("PATH", "/bin", "JAVA_TOOL_OPTIONS", "-javaagent:a.jar", "PGHOST", "elsewhere"));

    ChildProcess.leaveInherited(environment);

    assertThat(environment).containsOnlyKeys("PATH", "JAVA_TOOL_OPTIONS");
  }

  @Test
  void stopsWhatAnEarlierLauncherLeft() {
    start();

    child("sleep").stop("TERM", PATIENCE);

    assertThat(first.isAlive()).isFalse();
    assertThat(temporary.resolve("run/redis.pid")).doesNotExist();
  }

  @Test
  void stopsInOrderAlsoAProcessThatIsPaused() {
    start();
    first.pause();

    assertThat(first.stop("TERM", PATIENCE)).isTrue();
  }

  @Test
  void givesTheProgramNoneOfOurEnvironmentButWhatItIsTold() {
    first = child("env");
    first.start(List.of("env"), Map.of("GIVEN", "yes"));

    first.process().onExit().join();

    assertThat(first.log().tail())
        .contains("GIVEN=yes")
        .noneMatch(line -> line.startsWith("JAVA_HOME=") || line.startsWith("USER="));
  }

  private void start() {
    first = child("sleep");
    first.start(List.of("sleep", "60"), Map.of());
    boolean running = Deadline.in(PATIENCE).await(() -> child("sleep").orphan().isPresent());
    assertThat(running).isTrue();
  }

  private ChildProcess child(String program) {
    return new ChildProcess(Component.REDIS, new DataFolder(temporary), program);
  }
}
