package org.orderly.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysCommandTest {
  @TempDir Path folder;
  private SigningKeys keys;
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  @BeforeEach
  void makeTheFirstKey() {
    keys = SigningKeys.of(Settings.in(folder));
    keys.ensure(Instant.now().minus(Duration.ofHours(3)));
  }

  @Test
  void listsEachKeyWithItsStateAndAgeAndNoSecret() {
    String first = keys.signing(Instant.now());
    TrustedKey next = keys.rotate(Instant.now(), Duration.ofHours(1));

    run("list");

    List<String> lines = shown.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(1)).startsWith(first).contains("signing").contains("3 h");
    assertThat(lines.get(2)).startsWith(next.id()).contains("next").contains("0 min");
    assertThat(shown.toString(StandardCharsets.UTF_8)).doesNotContain("\"n\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "show", "rotate now", "rotate --after", "rotate --after 9"})
  void saysWhatItKnowsToDo(String words) {
    assertThatThrownBy(() -> run(words.split(" ")))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageMatching("It is keys list.*|--after must be .*");
    assertThat(keys.keys()).hasSize(1);
  }

  @Test
  void knowsNoKeysBeforeTheFirstStart() {
    SigningKeys none = SigningKeys.of(Settings.in(folder.resolve("none")));
    for (String word : List.of("list", "rotate")) {
      assertThatThrownBy(() -> new KeysCommand(none, Console.quiet()).run(List.of(word)))
          .isInstanceOf(LaunchFailure.class)
          .hasMessageContaining("the first start makes one");
    }
  }

  private void run(String... words) {
    new KeysCommand(keys, new Console(new PrintStream(shown, true))).run(List.of(words));
  }
}
