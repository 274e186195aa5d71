package org.orderly.server.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.server.CommandRun;
import org.orderly.server.CommandRun.Result;
import org.orderly.server.setup.LaunchSettings;

class KeysCommandTest {
  @TempDir Path folder;
  private SigningKeyStore keys;

  @BeforeEach
  void makeTheFirstKey() {
    keys = SigningKeyStore.of(LaunchSettings.in(folder));
    keys.ensure(Instant.now().minus(Duration.ofHours(3)));
  }

  @Test
  void listsEachKeyWithItsStateAndAgeAndNoSecret() {
    String first = keys.signing(Instant.now());
    TrustedKey next = keys.rotate(Instant.now(), Duration.ofHours(1));

    String shown = run("list").output();

    List<String> lines = shown.lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(1)).startsWith(first).contains("signing").contains("3 h");
    assertThat(lines.get(2)).startsWith(next.id()).contains("next").contains("0 min");
    assertThat(shown).doesNotContain("\"n\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "show", "rotate now", "rotate --after", "rotate --after 9", "rotate list"})
  void doesNothingWhenItIsNotUnderstood(String words) {
    assertThat(run(words.split(" ")).exitCode()).isEqualTo(2);
    assertThat(keys.keys()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "rotate"})
  void knowsNoKeysBeforeTheFirstStart(String word) {
    Result result = CommandRun.run("keys", word, "--data-dir", folder.resolve("none").toString());

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.errors()).contains("the first start makes one").hasLineCount(1);
  }

  private Result run(String... words) {
    return CommandRun.run(
        Stream.of(Stream.of("keys"), Stream.of(words), Stream.of("--data-dir", folder.toString()))
            .flatMap(some -> some)
            .filter(word -> !word.isEmpty())
            .toArray(String[]::new));
  }
}
