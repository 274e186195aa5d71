package org.orderly.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderly.server.cli.ShellFunctions.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderly.server.cli.ShellFunctions.Result;

/** Variables of a container that come as files, as secrets of Docker and Kubernetes do. */
class ContainerEntrypointTest {
  private static final Path ENTRYPOINT = Path.of("../docker/entrypoint").toAbsolutePath();

  /** Without words of its own it starts the server. */
  private static final String SERVER = "entrypoint=$1; shift; . \"$entrypoint\"";

  @TempDir private Path folder;
  private ShellFunctions functions;

  @BeforeEach
  void aContainer() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    for (String tool : List.of("env", "printenv")) {
      program(bin.resolve(tool), "exec /usr/bin/" + tool + " \"$@\"");
    }
    program(bin.resolve("java"), "printf '%s|' \"$ORDERLY_ADMIN_2FA\" \"$ORDERLY_SECRET_KEY\"");
    functions = new ShellFunctions(folder.resolve("tools"));
    functions.putOnPath(bin);
  }

  @Test
  void readsVariablesFromFilesAlsoWithDigitsInTheirNames() throws Exception {
    given("ORDERLY_ADMIN_2FA", "required");
    given("ORDERLY_SECRET_KEY", "a key with spaces & signs");

    Result result = functions.run(List.of("sh"), SERVER, ENTRYPOINT.toString());

    assertThat(result.errors()).isEmpty();
    assertThat(result.output()).isEqualTo("required|a key with spaces & signs|");
  }

  @Test
  void doesNotStartWithoutAFileThatIsNamed() throws Exception {
    functions.set("ORDERLY_SECRET_KEY_FILE", folder.resolve("missing").toString());

    Result result = functions.run(List.of("sh"), SERVER, ENTRYPOINT.toString());

    assertThat(result.exitCode()).isNotZero();
    assertThat(result.errors()).contains("missing");
    assertThat(result.output()).isEmpty();
  }

  private void given(String variable, String value) throws IOException {
    Path file = folder.resolve(variable);
    Files.writeString(file, value + "\n");
    functions.set(variable + "_FILE", file.toString());
  }
}
