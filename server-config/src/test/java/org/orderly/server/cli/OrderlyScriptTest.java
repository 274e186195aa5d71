package org.orderly.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./orderly} in a clone where nothing is built, on a machine without Java. */
class OrderlyScriptTest {
  private static final Path SCRIPTS = Path.of("src/main/sh");
  private static final Path ENVIRONMENT =
      Path.of("src/main/resources/org/orderly/server/cli/environment.txt");

  @TempDir private Path clone;

  @BeforeEach
  void aFreshClone() throws IOException {
    Files.copy(Path.of("../orderly"), clone.resolve("orderly"));
    copy(SCRIPTS);
    copy(ENVIRONMENT);
  }

  private void copy(Path what) throws IOException {
    try (Stream<Path> files = Files.walk(what)) {
      for (Path file : files.toList()) {
        Path copy = clone.resolve("server-config").resolve(file);
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "help", "--help", "-h"})
  void tellsOfAllCommands(String words) throws Exception {
    Result result = orderly(words);

    assertThat(result.exitCode()).isZero();
    assertThat(result.output()).contains("./orderly run ", "./orderly drill crash ", "ORDERLY_");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"help drill crash", "drill crash --help", "drill crash -h", "drill --help"})
  void tellsOfOneCommand(String words) throws Exception {
    Result result = orderly(words);

    assertThat(result.exitCode()).isZero();
    assertThat(result.output()).contains("./orderly drill crash ").doesNotContain("ORDERLY_");
  }

  @Test
  void printsTheCompletionScript() throws Exception {
    assertThat(orderly("completion").output()).contains("complete -F _complete_orderly");
  }

  @ParameterizedTest
  @ValueSource(strings = {"frobnicate", "help frobnicate", "frobnicate --help"})
  void refusesAnUnknownCommand(String words) throws Exception {
    Result result = orderly(words);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.errors())
        .isEqualTo("Unknown command \"frobnicate\". See ./orderly --help.\n");
  }

  private Result orderly(String words) throws Exception {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "orderly"));
    Stream.of(words.split(" ")).filter(word -> !word.isEmpty()).forEach(command::add);
    ProcessBuilder builder = new ProcessBuilder(command).directory(clone.toFile());
    builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    String errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return new Result(process.waitFor(), output, errors);
  }

  private record Result(int exitCode, String output, String errors) {}
}
