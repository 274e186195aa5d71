package org.orderly.tests.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

  private static Options parse(String words) throws Options.Wrong {
    return Options.parse(List.of(words.split(" ")));
  }

  @Test
  void measuresWhatIsAskedForUnlessToldOtherwise() throws Exception {
    Options options = parse("checkout");
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
            "checkout --seconds 5 --clients 2,4 --seed 7 --payment card --no-floor --statements --compare "
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
        "",
        "cart",
        "checkout --seconds",
        "checkout --seconds 0",
        "checkout --seconds 601",
        "checkout --clients 0",
        "checkout --clients 1,x",
        "checkout --clients 65",
        "checkout --compare /nowhere",
        "checkout --payment cash",
        "checkout --fast",
      })
  void refusesWhatItCannotDo(String words) {
    assertThatThrownBy(() -> parse(words)).isInstanceOf(Options.Wrong.class);
  }
}
