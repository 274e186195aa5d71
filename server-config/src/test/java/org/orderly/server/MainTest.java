package org.orderly.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.server.CommandRun.Result;

/** What holds for every command of {@code ./orderly}. */
class MainTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rnu | Unknown command \"rnu\". Did you mean run? See ./orderly --help.",
        "frobnicate | Unknown command \"frobnicate\". See ./orderly --help.",
        "help rnu | Unknown command \"rnu\". Did you mean run? See ./orderly --help.",
        "keys lst | Unknown command \"lst\". Did you mean list? See ./orderly keys --help.",
        "keys | Missing required subcommand. See ./orderly keys --help.",
        "run now | Unknown argument \"now\". See ./orderly run --help.",
        "run --prot 1 | Unknown option \"--prot\". Did you mean --port? See ./orderly run --help.",
        "run --port http | --port must be a number from 1 to 65535, not \"http\"."
            + " See ./orderly run --help.",
        "keys rotate --after 9 | --after must be a number from 10 to 3600, not \"9\"."
            + " See ./orderly keys rotate --help.",
        "test -pl x | Only ./orderly in a clone runs the tests. See ./orderly test --help."
      })
  void refusesInOneLineWhatItDoesNotUnderstand(String words, String line) {
    Result result = CommandRun.run(words.split(" "));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.errors()).isEqualTo(line + "\n");
    assertThat(result.output()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"help run", "run --help", "run -h", "run --port 1 --help"})
  void tellsOfOneCommand(String words) {
    Result result = CommandRun.run(words.split(" "));

    assertThat(result.exitCode()).isZero();
    assertThat(result.output())
        .startsWith("./orderly run [--port N] [--data-dir D] [--empty] [--instances N]\n")
        .contains("    Starts PostgreSQL", "--port N", "(8080)")
        .doesNotContain("keys", "ORDERLY_");
  }

  @Test
  void tellsOfAllCommandsWithTheirExitCodesAndVariables() {
    Result result = CommandRun.run("help");

    assertThat(result.exitCode()).isZero();
    assertThat(result.output())
        .contains("./orderly run ", "./orderly import products ", "./orderly keys rotate ")
        .contains("Exit codes: 0 done, 1 failed, 2", "  ORDERLY_REDIS_URL ");
    assertThat(result.output().lines()).allMatch(line -> line.length() <= 104);
    assertThat(CommandRun.run("--help")).isEqualTo(result);
  }

  @Test
  void failsWithOneLineWhereAPersonCanHelp(@TempDir Path folder) {
    Result result = CommandRun.run("keys", "list", "--data-dir", folder.toString());

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.errors()).contains("the first start makes one").hasLineCount(1);
  }

  @Test
  void completesCommandsAndOptions() throws Exception {
    Result script = CommandRun.run("completion");

    assertThat(script.exitCode()).isZero();
    assertThat(complete(script.output(), "./orderly", "ru")).contains("run");
    assertThat(complete(script.output(), "./orderly", "run", "--po")).contains("--port");
    assertThat(complete(script.output(), "./orderly", "keys", "")).contains("list", "rotate");
  }

  /** As bash does when somebody presses the tabulator. */
  private static List<String> complete(String script, String... words) throws Exception {
    Path file = Files.createTempFile("completion", ".bash");
    try {
      Files.writeString(file, script);
      String keys =
          "source \"$0\"; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); COMP_LINE=\"$*\";"
              + " COMP_POINT=${#COMP_LINE}; _complete_orderly; printf '%s\\n' \"${COMPREPLY[@]}\"";
      List<String> command = new ArrayList<>(List.of("bash", "-c", keys, file.toString()));
      command.addAll(List.of(words));
      Process bash = new ProcessBuilder(command).redirectErrorStream(true).start();
      return new String(bash.getInputStream().readAllBytes()).lines().toList();
    } finally {
      Files.delete(file);
    }
  }
}
