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

  private static Options parse(String words) {
    BenchCheckoutCommand command = new BenchCheckoutCommand();
    CommandTree.ruled(new CommandLine(command)).parseArgs(CommandWords.of(words));
    return command.options();
  }

  @Test
  void measuresWhatIsAskedForUnlessToldOtherwise() {
    Options options = parse("");
    assertThat(options.time()).hasSeconds(20);
    assertThat(options.clients()).containsExactly(1, 8, 32);
    assertThat(options.crowds()).containsExactly(8, 32);
    assertThat(options.compared()).isEmpty();
    assertThat(options.floor()).isTrue();
    assertThat(options.statements()).isFalse();
    assertThat(options.payment()).isEqualTo(Paying.WALLET);
  }

  @Test
  void takesEveryOption(@TempDir Path build) throws Exception {
    Files.createDirectories(build.resolve("server/lib"));
    Options options =
        parse(
            "--seconds 5 --clients 2,4 --seed 7 --payment card --no-floor --statements --compare "
                + build);
    assertThat(options.time()).hasSeconds(5);
    assertThat(options.clients()).containsExactly(2, 4);
    assertThat(options.seed()).isEqualTo(7);
    assertThat(options.compared()).contains(build);
    assertThat(options.floor()).isFalse();
    assertThat(options.statements()).isTrue();
    assertThat(options.payment()).isEqualTo(Paying.CARD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "checkout",
        "--seconds",
        "--seconds 0",
        "--seconds 601",
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
