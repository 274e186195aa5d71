package org.orderly.tests.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

  @Test
  void guessesTenThousandTimesUnlessToldOtherwise() throws Exception {
    assertThat(parse("sign-in")).isEqualTo(new Options(10_000, 100, Duration.ofSeconds(8)));
    assertThat(parse("sign-in --guesses 5 --thefts 2 --seconds 1"))
        .isEqualTo(new Options(5, 2, Duration.ofSeconds(1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "crash",
        "sign-in --guesses",
        "sign-in --guesses 0",
        "sign-in --guesses many",
        "sign-in --guesses 1000001",
        "sign-in --clients 5"
      })
  void refusesWhatItDoesNotKnow(String line) {
    assertThatThrownBy(() -> parse(line))
        .isInstanceOf(Options.Wrong.class)
        .hasMessageContaining("drill sign-in");
  }

  private static Options parse(String line) throws Options.Wrong {
    return Options.parse(List.of(line.split(" ")));
  }
}
