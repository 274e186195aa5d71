package org.orderly.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.server.cli.CommandTree;
import org.orderly.server.setup.LaunchSettings;
import picocli.CommandLine.ParameterException;

class RunCommandTest {

  @Test
  void runsOneInstanceOnPort8080AndTheFolderDataUnlessToldOtherwise() {
    LaunchSettings launchSettings = settings();

    assertThat(launchSettings.port()).isEqualTo(8080);
    assertThat(launchSettings.instances()).isEqualTo(1);
    assertThat(launchSettings.dataDir()).isEqualTo(Path.of("data").toAbsolutePath());
    assertThat(launchSettings.empty()).isFalse();
  }

  @Test
  void takesEveryOption() {
    LaunchSettings launchSettings =
        settings("--empty", "--port", "9090", "--data-dir", "/elsewhere", "--instances", "3");

    assertThat(launchSettings.port()).isEqualTo(9090);
    assertThat(launchSettings.dataDir()).isEqualTo(Path.of("/elsewhere"));
    assertThat(launchSettings.empty()).isTrue();
    assertThat(launchSettings.instances()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--port 0",
        "--port 65536",
        "--port -1",
        "--port http",
        "--port 8080x",
        "--port",
        "--port --empty",
        "--data-dir",
        "--data-dir --empty",
        "--data-dir --other",
        "--instances 0",
        "--instances 17",
        "--port 1 --port 2",
        "--prot 9090",
        "now"
      })
  void refusesWhatMakesNoStart(String words) {
    assertThatThrownBy(() -> settings(words.split(" "))).isInstanceOf(ParameterException.class);
  }

  private static LaunchSettings settings(String... words) {
    RunCommand command = new RunCommand();
    CommandTree.ruled(new picocli.CommandLine(command)).parseArgs(words);
    return command.settings(Map.of());
  }
}
