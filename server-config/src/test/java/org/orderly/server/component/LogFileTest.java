package org.orderly.server.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderly.server.setup.LaunchFailure;
import org.orderly.server.setup.LaunchSettings;

class LogFileTest {
  @TempDir Path folder;

  @Test
  void setsTheLastStartsLinesAside() throws IOException {
    Path file = Files.writeString(folder.resolve("redis.log"), "old\n");

    new LogFile(file).rotate();

    assertThat(file).doesNotExist();
    assertThat(folder.resolve("redis.log.1")).hasContent("old");
  }

  @Test
  void emptiesAFileThatGrewTooLong() throws IOException {
    Path file = folder.resolve("redis.log");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(33L * 1024 * 1024);
    }

    new LogFile(file).trim();

    assertThat(file).isEmptyFile();
    assertThat(folder.resolve("redis.log.1")).hasSize(33L * 1024 * 1024);
  }

  @Test
  void keepsSoManyAndTheNewest() throws IOException {
    Path file = folder.resolve("redis.log");
    for (int start = 1; start <= 7; start++) {
      Files.writeString(file, "start " + start);
      new LogFile(file).rotate();
    }

    assertThat(folder.resolve("redis.log.1")).hasContent("start 7");
    assertThat(folder.resolve("redis.log.4")).hasContent("start 4");
    assertThat(folder.resolve("redis.log.5")).doesNotExist();
  }

  @Test
  void leavesAShortFileAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("redis.log"), "short\n");

    new LogFile(file).trim();

    assertThat(new LogFile(file).tail()).containsExactly("short");
  }

  @Test
  void readsTheLinesWithinAJsonTextToo() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("server.log"), "{\"stack\":\"a\\n\\tat b\\nCaused by: c\"}\n");

    assertThat(new LogFile(file).tail())
        .containsExactly("{\"stack\":\"a", "\\tat b", "Caused by: c\"}");
  }

  @Test
  void refusesAFormThatItDoesNotKnow() {
    LaunchSettings launchSettings = LaunchSettings.in(folder);

    assertThat(LogFile.formatter(launchSettings)).isEqualTo("org.orderly.logging.JsonLines");
    assertThat(LogFile.formatter(launchSettings.with("ORDERLY_LOG_FORMAT", "text")))
        .isEqualTo(LogFile.TEXT);
    assertThatThrownBy(() -> LogFile.formatter(launchSettings.with("ORDERLY_LOG_FORMAT", "xml")))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("xml");
  }

  @Test
  void tellsNothingOfAFileThatIsNotThere() {
    assertThat(new LogFile(folder.resolve("none.log")).tail()).isEmpty();
  }
}
