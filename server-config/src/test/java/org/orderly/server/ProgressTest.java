package org.orderly.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {
  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private Progress progress;

  @BeforeEach
  void startForTheFirstTime() {
    progress = onFolder();
  }

  private Progress onFolder() {
    return new Progress(new StepTimes(new DataFolder(folder)), clock);
  }

  @Test
  void saysNothingWhenNothingIsUnderWay() {
    assertThat(progress.line()).isEmpty();
  }

  @Test
  void expectsWhatIsUsualAtAFirstStart() {
    progress.begin(Progress.START);
    progress.begin("PostgreSQL");
    progress.begin("Broker");
    seconds(15);

    assertThat(progress.line())
        .isEqualTo(
            "  [####----------------] 15 s of about 75 s: PostgreSQL 15 of 8 s, Broker 15 of 3 s");
  }

  @Test
  void expectsWhatTheLastStartTook() throws Exception {
    progress.begin(Progress.START);
    progress.begin("Server 2");
    seconds(20);
    progress.end("Server 2");
    seconds(20);
    progress.end(Progress.START);

    Progress next = onFolder();
    assertThat(next.begin("Server 2")).hasSeconds(20);
    next.end("Server 2");
    next.begin(Progress.START);
    seconds(10);
    assertThat(next.line()).isEqualTo("  [#####---------------] 10 s of about 40 s");
    assertThat(Files.readString(folder.resolve("run/step-times"))).contains("Start=40000");
  }

  @Test
  void saysThatItTakesLongerThanExpected() {
    progress.begin("Sample shop");
    seconds(12);

    assertThat(progress.line())
        .isEqualTo("  [###################-] 12 s (10 s expected): Sample shop");
  }

  @Test
  void doesNotLearnFromAStepThatFailed() {
    progress.begin("Server");
    seconds(1);
    progress.drop("Server");

    assertThat(progress.line()).isEmpty();
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
