package org.orderly.tests.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.server.cli.CommandTree;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class ReplayCommandTest {

  @TempDir private Path folder;
  private String file;

  @BeforeEach
  void aShopThatRuns() throws Exception {
    file = Files.createFile(folder.resolve("lines.csv")).toString();
    Files.createDirectories(folder.resolve("run"));
    Files.writeString(folder.resolve("run/url"), "http://127.0.0.1:8080/\n");
    Files.writeString(folder.resolve("admin-credentials"), "admin@shop.example\nsecret\n");
    Files.writeString(folder.resolve("secrets.properties"), "database.ordering=p1\n");
    Files.writeString(folder.resolve("ports.properties"), "postgres=5432\n");
  }

  @Test
  void findsTheShopInItsDataFolder() throws Exception {
    SalesReplay salesReplay = parse(Map.of());
    assertThat(salesReplay.shop()).hasToString("http://127.0.0.1:8080/");
    assertThat(salesReplay.adminEmail()).isEqualTo("admin@shop.example");
    assertThat(salesReplay.databases().variables())
        .containsEntry("ORDERLY_DB_ORDERING_URL", "jdbc:postgresql://127.0.0.1:5432/ordering")
        .containsEntry("ORDERLY_DB_ORDERING_PASSWORD", "p1");
    assertThat(salesReplay.clients()).isEqualTo(16);
  }

  @Test
  void letsOptionsAndEnvironmentWin() throws Exception {
    SalesReplay salesReplay =
        parse(
            Map.of("ORDERLY_ADMIN_PASSWORD", "other", "ORDERLY_DB_ORDERING_PASSWORD", "p2"),
            "--clients",
            "3",
            "--limit",
            "10",
            "--url",
            "http://shop.example");
    assertThat(salesReplay.clients()).isEqualTo(3);
    assertThat(salesReplay.limit()).isEqualTo(10);
    assertThat(salesReplay.shop()).hasToString("http://shop.example");
    assertThat(salesReplay.adminPassword()).isEqualTo("other");
    assertThat(salesReplay.databases().variables())
        .containsEntry("ORDERLY_DB_ORDERING_PASSWORD", "p2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--clients 0", "--clients x", "--limit -1", "--what 1", "--limit", "two"})
  void refusesWhatItDoesNotUnderstand(String words) {
    assertThatThrownBy(() -> parse(Map.of(), words.split(" ")))
        .isInstanceOf(ParameterException.class);
  }

  @Test
  void saysThatThereIsNoShopOrNoFile() {
    assertThatThrownBy(() -> replay(Map.of())).hasMessageContaining("<file>");
    String nowhere = folder.resolve("nowhere").toString();
    assertThatThrownBy(() -> replay(Map.of(), nowhere)).hasMessageContaining("cannot be read");
    assertThatThrownBy(() -> replay(Map.of(), file, "--data-dir", nowhere))
        .hasMessageContaining("--data-dir");
  }

  private SalesReplay parse(Map<String, String> environment, String... words) throws Exception {
    Stream<String> named = Stream.of(file, "--data-dir", folder.toString());
    return replay(environment, Stream.concat(named, Stream.of(words)).toArray(String[]::new));
  }

  private static SalesReplay replay(Map<String, String> environment, String... words)
      throws Exception {
    ReplayCommand command = new ReplayCommand(environment);
    CommandTree.ruled(new CommandLine(command)).parseArgs(words);
    return command.replay();
  }
}
