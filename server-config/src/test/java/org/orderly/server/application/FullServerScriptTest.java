package org.orderly.server.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A full server is told the same as Payara Micro, in its own words. */
class FullServerScriptTest {
  private static final Path SCRIPT = Path.of("../ear/src/main/glassfish/server.asadmin");

  /** Where GlassFish has no word for it, or a file of its own. */
  private static final Set<String> PAYARA_ALONE =
      Set.of(
          "hazelcast-config-specific-configuration.enabled",
          "monitoring-service.monitoring-enabled",
          "http-listener.http.server-header",
          "http-listener.http.xframe-options",
          "http-listener.enabled",
          "transaction-service.tx-log-dir");

  @Test
  void setsWhatPayaraMicroIsToldBeforeItBoots() throws IOException {
    assertThat(settings(Files.readString(SCRIPT)))
        .containsAll(settings(BootCommands.beforeBoot("127.0.0.1", "")));
  }

  @Test
  void makesTheSamePools() throws IOException {
    assertThat(lines(Files.readString(SCRIPT), "create-jdbc-"))
        .hasSize(14)
        .isEqualTo(lines(BootCommands.afterBoot("artemis-ra.rar"), "create-jdbc-"));
  }

  @Test
  void reachesTheBrokerInTheSameWay() throws IOException {
    assertThat(lines(Files.readString(SCRIPT), "create-connector-connection-pool"))
        .isEqualTo(
            lines(BootCommands.afterBoot("artemis-ra.rar"), "create-connector-connection-pool"));
  }

  private static Set<String> settings(String commands) {
    return lines(commands, "set ").stream()
        .map(line -> line.replace("http-listener-1", "http-listener"))
        .filter(line -> PAYARA_ALONE.stream().noneMatch(line::contains))
        .collect(Collectors.toSet());
  }

  private static List<String> lines(String commands, String command) {
    return commands
        .lines()
        .filter(line -> line.startsWith(command))
        .map(FullServerScriptTest::inCommonWords)
        .toList();
  }

  private static String inCommonWords(String line) {
    return line.replace("${ENV=COMMAND_", "${").replace("${ENV=", "${");
  }
}
