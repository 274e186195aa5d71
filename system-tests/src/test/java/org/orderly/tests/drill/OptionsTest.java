package org.orderly.tests.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

  @Test
  void drillsTwentyRoundsOnOneInstanceUnlessToldOtherwise() throws Exception {
    Options options = Options.parse(List.of("crash"));

    assertThat(options.rounds()).isEqualTo(20);
    assertThat(options.instances()).isEqualTo(1);
    assertThat(options.dataDir()).isNull();
  }

  @Test
  void takesWhatItIsTold() throws Exception {
    List<String> words =
        List.of("crash", "--seed", "7", "--rounds", "200", "--instances", "2", "--keep");

    Options options = Options.parse(words);

    assertThat(options.seed()).isEqualTo(7);
    assertThat(options.rounds()).isEqualTo(200);
    assertThat(options.instances()).isEqualTo(2);
    assertThat(options.keep()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "smash",
        "crash --rounds",
        "crash --rounds 0",
        "crash --instances 3",
        "crash --seed x",
        "crash --what 1"
      })
  void refusesWhatItDoesNotUnderstand(String words) {
    assertThatThrownBy(() -> Options.parse(List.of(words.split(" "))))
        .isInstanceOf(Options.Wrong.class);
  }
}
