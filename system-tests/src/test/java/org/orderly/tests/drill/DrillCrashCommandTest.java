package org.orderly.tests.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.server.cli.CommandTree;
import org.orderly.tests.cli.CommandWords;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class DrillCrashCommandTest {

  @Test
  void drillsTwentyRoundsOnOneInstanceUnlessToldOtherwise() {
    Options options = options("");

    assertThat(options.rounds()).isEqualTo(20);
    assertThat(options.instances()).isEqualTo(1);
    assertThat(options.dataDir()).isNull();
  }

  @Test
  void takesWhatItIsTold() {
    Options options = options("--seed 7 --rounds 200 --instances 2 --keep");

    assertThat(options.seed()).isEqualTo(7);
    assertThat(options.rounds()).isEqualTo(200);
    assertThat(options.instances()).isEqualTo(2);
    assertThat(options.keep()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "crash",
        "--rounds",
        "--rounds 0",
        "--instances 3",
        "--seed x",
        "--clients 65",
        "--what 1"
      })
  void refusesWhatItDoesNotUnderstand(String words) {
    assertThatThrownBy(() -> options(words)).isInstanceOf(ParameterException.class);
  }

  private static Options options(String words) {
    DrillCrashCommand command = new DrillCrashCommand();
    CommandTree.ruled(new CommandLine(command)).parseArgs(CommandWords.of(words));
    return command.options();
  }
}
