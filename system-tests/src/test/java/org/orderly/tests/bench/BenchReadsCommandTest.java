package org.orderly.tests.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.server.cli.CommandTree;
import org.orderly.tests.cli.CommandWords;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class BenchReadsCommandTest {

  private static BenchOptions parse(String words) {
    BenchReadsCommand command = new BenchReadsCommand();
    CommandTree.ruled(new CommandLine(command)).parseArgs(CommandWords.of(words));
    return command.options();
  }

  @Test
  void readsEverythingUnlessToldOtherwise() {
    BenchOptions options = parse("");
    assertThat(options.scenarios()).isEqualTo(Scenario.READS);
    assertThat(options.clients()).containsExactly(1, 32);
    assertThat(options.usualClients()).isEqualTo(32);
    assertThat(options.floor()).isFalse();
  }

  @Test
  void takesEveryOption() {
    BenchOptions options = parse("--seconds 5 --warm-up-max 9 --clients 4 --rows bare,me --rate 7");
    assertThat(options.time()).hasSeconds(5);
    assertThat(options.warmUp()).hasSeconds(9);
    assertThat(options.scenarios()).containsExactly(Scenario.BARE, Scenario.ME);
    assertThat(options.usualClients()).isEqualTo(4);
    assertThat(options.rate()).contains(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--rows spread", "--payment card", "--history 10", "--clients 257"})
  void refusesWhatItCannotDo(String words) {
    assertThatThrownBy(() -> parse(words)).isInstanceOf(ParameterException.class);
  }
}
