package org.orderly.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderly.server.cli.ShellFunctions.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.server.cli.ShellFunctions.Result;

/** Which Maven {@code ./orderly} takes: the one on the PATH, or the wrapper of the clone. */
class MavenDiscoveryTest {
  private static final Path CLONE = Path.of("..");
  private static final List<String> SH = List.of("sh");
  private static final String SCRIPT =
      ". \"$SCRIPTS/maven.sh\"; find_maven \"$1\"; printf '%s' \"$maven\"";

  @TempDir private Path folder;
  private Path bin;
  private Path clone;
  private ShellFunctions functions;

  @BeforeEach
  void anotherMachine() throws IOException {
    folder = folder.toRealPath();
    bin = Files.createDirectories(folder.resolve("bin"));
    clone = folder.resolve("my clone");
    Path wrapper = Files.createDirectories(clone.resolve(".mvn/wrapper"));
    Files.copy(
        CLONE.resolve(".mvn/wrapper/maven-wrapper.properties"),
        wrapper.resolve("maven-wrapper.properties"));
    functions = new ShellFunctions(folder.resolve("tools"));
    functions.putOnPath(bin);
    functions.set("HOME", folder.resolve("home").toString());
  }

  @ParameterizedTest
  @MethodSource("org.orderly.server.cli.ShellFunctions#shells")
  void takesTheMavenOnThePath(List<String> shell) throws Exception {
    Path mvn = mvn("3.9.6");

    Result result = find(shell);

    assertThat(result.output()).isEqualTo(mvn.toString());
    assertThat(result.errors()).isEqualTo("Maven 3.9.6: " + mvn + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.8.7", "3.8.10", "3.9.0", "3.10.1", "4.0.0-rc-5"})
  void takesAnyVersionThatTheBuildTakes(String version) throws Exception {
    assertThat(find(SH, mvn(version)).output()).endsWith("/bin/mvn");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.8.6", "3.6.3", "2.2.1"})
  void takesTheWrapperWhenTheMavenOnThePathIsTooOld(String version) throws Exception {
    unzipIsThere();

    Result result = find(SH, mvn(version));

    assertThat(result.output()).isEqualTo(clone + "/mvnw");
    assertThat(result.errors())
        .isEqualTo(
            "Maven %s: %s/mvnw (%s is %s, and 3.8.7 is needed)\n"
                .formatted(wrapped(), clone, bin.resolve("mvn"), version));
  }

  @Test
  void takesTheWrapperWhenTheMavenOnThePathDoesNotRun() throws Exception {
    unzipIsThere();
    program(bin.resolve("mvn"), "echo 'JAVA_HOME is not defined correctly' >&2; exit 1");

    assertThat(find(SH).errors()).contains("/mvnw (").contains("/mvn is no Maven");
  }

  @ParameterizedTest
  @MethodSource("org.orderly.server.cli.ShellFunctions#shells")
  void takesTheWrapperWhenThereIsNoMaven(List<String> shell) throws Exception {
    unzipIsThere();

    Result result = find(shell);

    assertThat(result.output()).isEqualTo(clone + "/mvnw");
    assertThat(result.errors())
        .isEqualTo("Maven %s: %s/mvnw (there is no mvn on the PATH)\n".formatted(wrapped(), clone));
  }

  @Test
  void takesAWrapperThatIsUnpackedWithoutUnzip() throws Exception {
    Files.createDirectories(
        folder.resolve("home/.m2/wrapper/dists/apache-maven-" + wrapped() + "/56ba1f9f"));

    assertThat(find(SH).output()).isEqualTo(clone + "/mvnw");
  }

  @ParameterizedTest
  @MethodSource("org.orderly.server.cli.ShellFunctions#shells")
  void refusesInOneLineWhenTheWrapperCannotUnpack(List<String> shell) throws Exception {
    Result result = find(shell);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output()).isEmpty();
    assertThat(result.errors().lines())
        .singleElement()
        .asString()
        .startsWith("Orderly needs Maven 3.8.7 or newer: there is no mvn on the PATH.");
  }

  @Test
  void asksForWhatTheBuildAsksFor() throws IOException {
    assertThat(Files.readString(Path.of("src/main/sh/maven.sh")))
        .contains("\nmaven_needed=3.8.7\n");
    assertThat(Files.readString(CLONE.resolve("pom.xml"))).contains("<version>[3.8.7,)</version>");
  }

  @Test
  void theWrapperFetchesAKnownArchiveFromThePublicRepository() throws IOException {
    Properties wrapper = wrapper();

    assertThat(wrapper.getProperty("distributionType")).isEqualTo("only-script");
    assertThat(wrapper.getProperty("distributionUrl"))
        .matches("https://repo\\.maven\\.apache\\.org/maven2/.*/apache-maven-[0-9.]+-bin\\.zip");
    assertThat(wrapper.getProperty("distributionSha256Sum")).matches("[0-9a-f]{64}");
    assertThat(CLONE.resolve("mvnw")).isExecutable();
    assertThat(CLONE.resolve("mvnw.cmd")).exists();
  }

  private static Properties wrapper() throws IOException {
    Properties properties = new Properties();
    try (var file = Files.newInputStream(CLONE.resolve(".mvn/wrapper/maven-wrapper.properties"))) {
      properties.load(file);
    }
    return properties;
  }

  /** The version that the wrapper fetches. */
  private static String wrapped() throws IOException {
    return wrapper()
        .getProperty("distributionUrl")
        .replaceAll(".*/apache-maven-([0-9.]+)-bin\\.zip", "$1");
  }

  private Path mvn(String version) throws IOException {
    Path mvn = bin.resolve("mvn");
    // In bold on a terminal, and with more lines below.
    program(mvn, "printf '\\033[1mApache Maven " + version + " (x)\\033[m\\nMaven home: /m\\n'");
    return mvn;
  }

  private void unzipIsThere() throws IOException {
    program(bin.resolve("unzip"), "exit 0");
  }

  private Result find(List<String> shell, Path mvn) throws Exception {
    assertThat(mvn).isExecutable();
    return find(shell);
  }

  private Result find(List<String> shell) throws Exception {
    return functions.run(shell, SCRIPT, clone.toString());
  }
}
