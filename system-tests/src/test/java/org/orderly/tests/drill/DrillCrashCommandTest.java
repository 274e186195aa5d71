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
    DrillOptions drillOptions = options("");

    assertThat(drillOptions.rounds()).isEqualTo(20);
    assertThat(drillOptions.instances()).isEqualTo(1);
    assertThat(drillOptions.dataDir()).isNull();
  }

  @Test
  void takesWhatItIsTold() {
    DrillOptions drillOptions = options("--seed 7 --rounds 200 --instances 2 --keep");

    assertThat(drillOptions.seed()).isEqualTo(7);
    assertThat(drillOptions.rounds()).isEqualTo(200);
    assertThat(drillOptions.instances()).isEqualTo(2);
    assertThat(drillOptions.keep()).isTrue();
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

  private static DrillOptions options(String words) {
    DrillCrashCommand command = new DrillCrashCommand();
    CommandTree.ruled(new CommandLine(command)).parseArgs(CommandWords.of(words));
    return command.options();
  }
}
