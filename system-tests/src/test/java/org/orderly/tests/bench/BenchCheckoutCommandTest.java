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
import org.orderly.tests.bench.client.PaymentMode;
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
    assertThat(benchOptions.clients()).containsExactly(1, 8, 32, 128);
    assertThat(benchOptions.crowds()).containsExactly(8, 32, 128);
    assertThat(benchOptions.scenarios()).isEqualTo(Scenario.CHECKOUT);
    assertThat(benchOptions.rate()).isEmpty();
    assertThat(benchOptions.history()).isEmpty();
    assertThat(benchOptions.compared()).isEmpty();
    assertThat(benchOptions.floor()).isTrue();
    assertThat(benchOptions.statements()).isFalse();
    assertThat(benchOptions.payment()).isEqualTo(PaymentMode.WALLET);
    assertThat(benchOptions.result()).isEmpty();
    assertThat(benchOptions.markdown()).isEmpty();
  }

  @Test
  void takesEveryOption(@TempDir Path build) throws Exception {
    Files.createDirectories(build.resolve("server/lib"));
    BenchOptions benchOptions =
        parse(
            "--seconds 5 --warm-up-max 60 --clients 2,4 --seed 7 --payment card --no-floor --statements"
                + " --rows hot,sold-out --rate 40 --history 100000,10000 --result result.json"
                + " --markdown figures.md --compare "
                + build);
    assertThat(benchOptions.scenarios()).containsExactly(Scenario.HOT, Scenario.SOLD_OUT);
    assertThat(benchOptions.rate()).contains(40);
    assertThat(benchOptions.history()).as("in ascending order").containsExactly(10_000, 100_000);
    assertThat(benchOptions.result()).contains(Path.of("result.json").toAbsolutePath());
    assertThat(benchOptions.markdown()).contains(Path.of("figures.md").toAbsolutePath());
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
        "--clients 257",
        "--rows cart",
        "--rows spread,,hot",
        "--rate 0",
        "--rate 100001",
        "--history 0",
        "--history 2000001",
        "--result /nowhere/result.json",
        "--markdown /",
        "--compare /nowhere",
        "--payment cash",
        "--fast",
      })
  void refusesWhatItCannotDo(String words) {
    assertThatThrownBy(() -> parse(words)).isInstanceOf(ParameterException.class);
  }
}
