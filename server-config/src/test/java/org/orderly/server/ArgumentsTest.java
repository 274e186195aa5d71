package org.orderly.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
  private static final Path HOME = Path.of("/shop");

  @Test
  void runsOnPort8080AndTheFolderDataUnlessToldOtherwise() {
    Settings settings = Arguments.parse(List.of(), false).toRun(HOME, Map.of());

    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.dataDir()).isEqualTo(Path.of("/shop/data"));
    assertThat(settings.empty()).isFalse();
  }

  @Test
  void takesPortFolderAndEmptinessFromItsOptions() {
    List<String> words = List.of("--empty", "--port", "9090", "--data-dir", "/elsewhere");

    Settings settings = Arguments.parse(words, false).toRun(HOME, Map.of());

    assertThat(settings.port()).isEqualTo(9090);
    assertThat(settings.dataDir()).isEqualTo(Path.of("/elsewhere"));
    assertThat(settings.empty()).isTrue();
  }

  @Test
  void startsOneInstanceUnlessToldOtherwise() {
    assertThat(Arguments.parse(List.of(), false).toRun(HOME, Map.of()).instances()).isEqualTo(1);
    assertThat(
            Arguments.parse(List.of("--instances", "3"), false).toRun(HOME, Map.of()).instances())
        .isEqualTo(3);
    assertThatThrownBy(() -> Arguments.parse(List.of("--instances", "0"), false))
        .hasMessage("--instances must be a number from 1 to 16, not \"0\".");
  }

  @Test
  void refusesAnUnknownWordAndPointsToTheHelp() {
    assertThatThrownBy(() -> Arguments.parse(List.of("--prot", "9090"), false))
        .isInstanceOf(LaunchFailure.class)
        .hasMessage("Unknown argument \"--prot\". See ./orderly help.");
  }

  @Test
  void handsTheOtherWordsToACommandThatTakesWords() {
    List<String> words = List.of("products", "--port", "9090", "file.json", "--currency", "EUR");

    Arguments arguments = Arguments.parse(words, true);

    assertThat(arguments.rest()).containsExactly("products", "file.json", "--currency", "EUR");
    assertThat(arguments.toReach(HOME, Map.of()).url()).hasToString("http://127.0.0.1:9090/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "-1", "http", "8080x", ""})
  void refusesAPortThatIsNone(String port) {
    assertThatThrownBy(() -> Arguments.parse(List.of("--port", port), false))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("--port must be a number from 1 to 65535");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port", "--data-dir"})
  void refusesAnOptionWithoutItsValue(String option) {
    assertThatThrownBy(() -> Arguments.parse(List.of(option), false))
        .hasMessage(option + " needs a value. See ./orderly help.");
    assertThatThrownBy(() -> Arguments.parse(List.of(option, "--empty"), false))
        .hasMessage(option + " needs a value. See ./orderly help.");
  }
}
