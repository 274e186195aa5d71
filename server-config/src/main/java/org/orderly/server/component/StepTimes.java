package org.orderly.server.component;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.orderly.server.setup.DataFolder;

/** How long the steps of a start took the last time on a data folder; before, what is usual. */
final class StepTimes {
  private static final String FILE = "run/step-times";
  private static final Duration OTHERS = Duration.ofSeconds(3);

  /** Of a first start on two cores, roughly. */
  private static final Map<String, Duration> USUAL =
      Map.of(
          StartProgress.START,
          Duration.ofSeconds(75),
          "PostgreSQL",
          Duration.ofSeconds(8),
          "Databases",
          Duration.ofSeconds(15),
          "Server",
          Duration.ofSeconds(50),
          "Sample shop",
          Duration.ofSeconds(10));

  private final Optional<DataFolder> folder;
  private final Map<String, Duration> known = new TreeMap<>();

  private StepTimes(Optional<DataFolder> folder) {
    this.folder = folder;
  }

  /** Those of the last start on this folder. */
  StepTimes(DataFolder folder) {
    this(Optional.of(folder));
    Properties kept = new Properties();
    try (Reader text = new StringReader(Files.readString(folder.path(FILE)))) {
      kept.load(text);
    } catch (IOException | IllegalArgumentException e) {
      // the usual times, then
    }
    kept.stringPropertyNames().forEach(step -> keep(step, kept.getProperty(step)));
  }

  /** Of a start that is not remembered. */
  static StepTimes usual() {
    return new StepTimes(Optional.empty());
  }

  private void keep(String step, String millis) {
    if (millis.matches("[0-9]{1,9}")) {
      known.put(step, Duration.ofMillis(Long.parseLong(millis)));
    }
  }

  Duration expected(String step) {
    return known.getOrDefault(step, USUAL.getOrDefault(step, OTHERS));
  }

  void took(String step, Duration time) {
    known.put(step, time);
  }

  void write() {
    StringBuilder lines = new StringBuilder();
    known.forEach(
        (step, time) ->
            lines
                .append(step.replace(" ", "\\ "))
                .append('=')
                .append(time.toMillis())
                .append('\n'));
    folder.ifPresent(
        kept -> {
          kept.folder("run");
          kept.write(FILE, lines.toString());
        });
  }
}
