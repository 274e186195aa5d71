package org.orderly.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderly.server.cli.ShellFunctions.program;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderly.server.cli.ShellFunctions.Result;

/** Which tests {@code ./orderly test} has Maven run. */
class TestLevelsTest {
  private static final Path ORDERLY = Path.of("../orderly").toAbsolutePath().normalize();

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "test | verify",
        "test -pl web-api -am | verify -pl web-api -am",
        "test --fast | test -Dtests.excluded=**/*DatabaseTest.java",
        "test --database | test -Dtests.included=**/*DatabaseTest.java",
        "test --system | verify -Dtests.included=none",
        "test --fast --database | test",
        "test -o --system --fast | verify -Dtests.excluded=**/*DatabaseTest.java -o",
        "test --database --system | verify -Dtests.included=**/*DatabaseTest.java",
        "test --fast --database --system | verify"
      })
  void handsTheLevelsToMaven(String words, String arguments) throws Exception {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    program(
        bin.resolve("mvn"),
        "case \"$1\" in --version | -v) echo 'Apache Maven 3.9.6 (x)' ;; *) echo \"$*\" ;; esac");
    ShellFunctions functions = new ShellFunctions(folder.resolve("tools"));
    functions.putOnPath(bin);
    functions.set("JAVA_HOME", System.getProperty("java.home"));

    Result result = functions.run(List.of("sh"), "exec \"$@\"", (ORDERLY + " " + words).split(" "));

    assertThat(result.exitCode()).as(result.errors()).isZero();
    assertThat(result.output()).isEqualTo("-B -ntp -Pchecks " + arguments + "\n");
  }
}
