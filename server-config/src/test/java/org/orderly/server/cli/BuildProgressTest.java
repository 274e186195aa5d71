package org.orderly.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderly.server.cli.ShellFunctions.Result;

/** What {@code ./orderly} shows of a build; Maven is a script that says what Maven would. */
class BuildProgressTest {
  private static final String FOLLOW =
      ". \"$SCRIPTS/progress.sh\"; build_log=$1; build_times=$2; columns=$3; follow \"$4\" || exit 7";

  @TempDir private Path folder;
  private ShellFunctions functions;
  private Path log;
  private Path times;

  @BeforeEach
  void aBuild() throws Exception {
    functions = new ShellFunctions(folder.resolve("tools"));
    log = folder.resolve("build.log");
    times = folder.resolve("build-times");
  }

  @Test
  void isALineAModuleWhereThereIsNoTerminal() throws Exception {
    Result result = follow("", "echo '[INFO] Building Orderly kernel 1.0.0-SNAPSHOT      [2/19]'");

    assertThat(result.exitCode()).isZero();
    assertThat(result.output()).matches("  [0-9]+ s: 2 of 19: Orderly kernel\n");
    assertThat(Files.readString(times).strip()).matches("[1-9][0-9]*");
  }

  @Test
  void isOneLineOnATerminal() throws Exception {
    Files.writeString(times, "40\n");
    FakeTerminal terminal = new FakeTerminal(70);

    Result result = follow("70", "echo '[INFO] Building Orderly kernel 1.0.0-SNAPSHOT  [2/19]'");

    terminal.stream().write(result.output().getBytes(UTF_8));
    assertThat(result.output())
        .containsPattern("\\] [0-9]+ s of about 40 s: 2 of 19: Orderly kernel");
    assertThat(terminal.screen()).containsExactly("");
  }

  @Test
  void fitsTheTerminal() throws Exception {
    FakeTerminal terminal = new FakeTerminal(30);

    Result result = follow("30", "echo '[INFO] Building Orderly launcher 1.0.0  [18/19]'");

    String shown = result.output().substring(0, result.output().lastIndexOf('\r'));
    terminal.stream().write(shown.getBytes(UTF_8));
    assertThat(terminal.screen()).singleElement().asString().matches("  \\[-{20}\\] [0-9]+ s");
  }

  @Test
  void countsTheLibrariesThatAreFetched() throws Exception {
    String fetched = "[INFO] Downloaded from central: a.jar";

    assertThat(follow("80", "printf '%s\\n' '" + fetched + "' '" + fetched + "'").output())
        .contains("fetching libraries, 2 so far");
  }

  @Test
  void failsWithTheBuild() throws Exception {
    Result result = follow("", "echo '[ERROR] no'; exit 1");

    assertThat(result.exitCode()).isEqualTo(7);
    assertThat(times).doesNotExist();
    assertThat(log).hasContent("[ERROR] no");
  }

  /** The script says its words and ends at once: they are shown all the same. */
  private Result follow(String columns, String maven) throws Exception {
    Path script = folder.resolve("maven");
    ShellFunctions.program(script, maven);
    return functions.run(
        List.of("sh"), FOLLOW, log.toString(), times.toString(), columns, script.toString());
  }
}
