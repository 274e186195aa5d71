package org.orderly.tests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orderly.server.Main;

/**
 * The help and the completion script that {@code ./orderly} shows without a build are what the
 * commands say of themselves. With the system property {@code orderly.cli.write} they are written
 * anew.
 */
class CommandFilesTest {
  private static final Path FOLDER = Path.of("../server-config/src/main/sh/generated");

  private static final String ENVIRONMENT = environment();

  /** Each with its own file: all, groups, and the commands in them. */
  private static final List<String> HELP =
      List.of(
          "",
          "run",
          "import",
          "import products",
          "keys",
          "keys list",
          "keys rotate",
          "test",
          "replay",
          "bench",
          "bench checkout",
          "bench reads",
          "drill",
          "drill crash",
          "drill self-test",
          "drill payments",
          "drill sign-in",
          "completion",
          "help");

  @Test
  void areWhatTheCommandsSay() throws IOException {
    Map<String, String> said = new TreeMap<>();
    HELP.forEach(words -> said.put(file(words), output(CommandWords.of("help " + words))));
    said.put("completion.bash", output("completion"));
    // The script adds the file of the variables itself.
    said.computeIfPresent("help.txt", (name, text) -> text.replace(ENVIRONMENT, ""));
    if (Boolean.getBoolean("orderly.cli.write")) {
      write(said);
    }

    assertThat(files()).as("run once with -Dorderly.cli.write=true").isEqualTo(said);
  }

  @Test
  void tellOfEveryCommandOnce() {
    String all = output("help");

    assertThat(HELP)
        .allSatisfy(words -> assertThat(all).contains(output(CommandWords.of("help " + words))));
    assertThat(all.lines().filter(line -> line.startsWith("./orderly "))).doesNotHaveDuplicates();
  }

  private static String environment() {
    try {
      return Files.readString(
          Path.of("../server-config/src/main/resources/org/orderly/server/cli/environment.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String file(String words) {
    return words.isEmpty() ? "help.txt" : "help-" + words.replace(' ', '-') + ".txt";
  }

  private static String output(String... words) {
    PrintStream out = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, UTF_8));
    try {
      assertThat(Main.run(words)).isZero();
    } finally {
      System.setOut(out);
    }
    return said.toString(UTF_8);
  }

  private static Map<String, String> files() throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        found.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return found;
  }

  private static void write(Map<String, String> said) throws IOException {
    Files.createDirectories(FOLDER);
    for (Map.Entry<String, String> file : said.entrySet()) {
      Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
    }
  }
}
