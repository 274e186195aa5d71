package org.orderly.server.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderly.server.ManualClock;
import org.orderly.server.setup.DataFolder;

class StartProgressTest {
  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private StartProgress startProgress;

  @BeforeEach
  void startForTheFirstTime() {
    startProgress = onFolder();
  }

  private StartProgress onFolder() {
    return new StartProgress(new StepTimes(new DataFolder(folder)), clock);
  }

  @Test
  void saysNothingWhenNothingIsUnderWay() {
    assertThat(startProgress.line()).isEmpty();
  }

  @Test
  void expectsWhatIsUsualAtAFirstStart() {
    startProgress.begin(StartProgress.START);
    startProgress.begin("PostgreSQL");
    startProgress.begin("Broker");
    seconds(15);

    assertThat(startProgress.line())
        .isEqualTo(
            "  [####----------------] 15 s of about 75 s: PostgreSQL 15 of 8 s, Broker 15 of 3 s");
  }

  @Test
  void expectsWhatTheLastStartTook() throws Exception {
    startProgress.begin(StartProgress.START);
    startProgress.begin("Server 2");
    seconds(20);
    startProgress.end("Server 2");
    seconds(20);
    startProgress.end(StartProgress.START);

    StartProgress next = onFolder();
    assertThat(next.begin("Server 2")).hasSeconds(20);
    next.end("Server 2");
    next.begin(StartProgress.START);
    seconds(10);
    assertThat(next.line()).isEqualTo("  [#####---------------] 10 s of about 40 s");
    assertThat(Files.readString(folder.resolve("run/step-times"))).contains("Start=40000");
  }

  @Test
  void saysThatItTakesLongerThanExpected() {
    startProgress.begin("Sample shop");
    seconds(12);

    assertThat(startProgress.line())
        .isEqualTo("  [###################-] 12 s (10 s expected): Sample shop");
  }

  @Test
  void doesNotLearnFromAStepThatFailed() {
    startProgress.begin("Server");
    seconds(1);
    startProgress.drop("Server");

    assertThat(startProgress.line()).isEmpty();
    assertThat(onFolder().begin("Server")).hasSeconds(50);
  }

  @Test
  void expectsWhatIsUsualWhenItsFileIsBroken() throws Exception {
    Files.createDirectories(folder.resolve("run"));
    Files.writeString(folder.resolve("run/step-times"), "Server=soon\nStart=\\u00\n");

    assertThat(onFolder().begin("Server")).hasSeconds(50);
  }

  private void seconds(long seconds) {
    clock.advance(Duration.ofSeconds(seconds));
  }
}
