package org.orderly.tests.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.server.cli.CommandTree;
import org.orderly.tests.cli.CommandWords;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class BenchCheckoutCommandTest {

  private static BenchOptions parse(String words) {
    BenchCheckoutCommand command = new BenchCheckoutCommand();
    CommandTree.ruled(new CommandLine(command)).parseArgs(CommandWords.of(words));
    return command.options();
  }

  @Test
  void measuresWhatIsAskedForUnlessToldOtherwise() {
    BenchOptions benchOptions = parse("");
    assertThat(benchOptions.time()).hasSeconds(20);
    assertThat(benchOptions.warmUp()).hasMinutes(10);
    assertThat(benchOptions.clients()).containsExactly(1, 8, 32);
    assertThat(benchOptions.crowds()).containsExactly(8, 32);
    assertThat(benchOptions.compared()).isEmpty();
    assertThat(benchOptions.floor()).isTrue();
    assertThat(benchOptions.statements()).isFalse();
    assertThat(benchOptions.payment()).isEqualTo(PaymentMode.WALLET);
  }

  @Test
  void takesEveryOption(@TempDir Path build) throws Exception {
    Files.createDirectories(build.resolve("server/lib"));
    BenchOptions benchOptions =
        parse(
            "--seconds 5 --warm-up-max 60 --clients 2,4 --seed 7 --payment card --no-floor --statements --compare "
                + build);
    assertThat(benchOptions.time()).hasSeconds(5);
    assertThat(benchOptions.warmUp()).hasSeconds(60);
    assertThat(benchOptions.clients()).containsExactly(2, 4);
    assertThat(benchOptions.seed()).isEqualTo(7);
    assertThat(benchOptions.compared()).contains(build);
    assertThat(benchOptions.floor()).isFalse();
    assertThat(benchOptions.statements()).isTrue();
    assertThat(benchOptions.payment()).isEqualTo(PaymentMode.CARD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "checkout",
        "--seconds",
        "--seconds 0",
        "--seconds 601",
        "--warm-up-max 0",
        "--warm-up-max 601",
        "--clients 0",
        "--clients 1,x",
        "--clients 65",
        "--compare /nowhere",
        "--payment cash",
        "--fast",
      })
  void refusesWhatItCannotDo(String words) {
    assertThatThrownBy(() -> parse(words)).isInstanceOf(ParameterException.class);
  }
}
