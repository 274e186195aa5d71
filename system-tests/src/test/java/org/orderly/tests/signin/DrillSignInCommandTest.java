package org.orderly.tests.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.server.cli.CommandTree;
import org.orderly.tests.cli.CommandWords;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class DrillSignInCommandTest {

  @Test
  void guessesTenThousandTimesUnlessToldOtherwise() {
    assertThat(parse("")).isEqualTo(new SignInDrillOptions(10_000, 100, Duration.ofSeconds(8)));
    assertThat(parse("--guesses 5 --thefts 2 --seconds 1"))
        .isEqualTo(new SignInDrillOptions(5, 2, Duration.ofSeconds(1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sign-in",
        "--guesses",
        "--guesses 0",
        "--guesses many",
        "--guesses 1000001",
        "--clients 5"
      })
  void refusesWhatItDoesNotKnow(String line) {
    assertThatThrownBy(() -> parse(line)).isInstanceOf(ParameterException.class);
  }

  private static SignInDrillOptions parse(String line) {
    DrillSignInCommand command = new DrillSignInCommand();
    CommandTree.ruled(new CommandLine(command)).parseArgs(CommandWords.of(line));
    return command.options();
  }
}
