package org.orderly.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderly.server.cli.ShellFunctions.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orderly.server.cli.ShellFunctions.Result;

/** Which of several JDKs {@code ./orderly} takes; the JDKs are folders that look like one. */
class JdkDiscoveryTest {
  private static final String SCRIPT =
      ". \"$SCRIPTS/jdk.sh\"; find_jdk \"$1\"; printf '%s' \"$jdk\"";

  @TempDir private Path folder;
  private Path root;
  private ShellFunctions functions;

  @BeforeEach
  void anotherMachine() throws IOException {
    folder = folder.toRealPath();
    root = Files.createDirectories(folder.resolve("root"));
    functions = new ShellFunctions(folder.resolve("tools"));
    functions.set("HOME", "/home/ada");
  }

  @ParameterizedTest
  @MethodSource("org.orderly.server.cli.ShellFunctions#shells")
  void takesJavaHomeBeforeEverythingElse(List<String> shell) throws Exception {
    Path chosen = jdk("somewhere/my jdk", "21.0.5");
    jdk("usr/lib/jvm/java-25", "25.0.1");
    functions.putOnPath(jdk("opt/other", "26").resolve("bin"));
    functions.set("JAVA_HOME", chosen.toString());

    Result result = find(shell);

    assertThat(result.output()).isEqualTo(chosen.toString());
    assertThat(result.errors()).isEqualTo("Java 21.0.5: " + chosen + "\n");
  }

  @ParameterizedTest
  @MethodSource("org.orderly.server.cli.ShellFunctions#shells")
  void saysSoAndLooksOnWhenJavaHomeIsTooOld(List<String> shell) throws Exception {
    Path old = jdk("usr/lib/jvm/java-17", "17.0.15");
    Path chosen = jdk("usr/lib/jvm/java-21", "21.0.5");
    functions.set("JAVA_HOME", old.toString());

    assertThat(find(shell).errors())
        .isEqualTo(
            "JAVA_HOME is not a JDK 21 or newer: %s is 17.0.15.\nJava 21.0.5: %s\n"
                .formatted(old, chosen));
  }

  @ParameterizedTest
  @MethodSource("org.orderly.server.cli.ShellFunctions#shells")
  void takesTheJavaOnThePathThroughALink(List<String> shell) throws Exception {
    Path chosen = jdk("elsewhere/jdk", "21.0.5");
    jdk("usr/lib/jvm/java-25", "25.0.1");
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("java"), chosen.resolve("bin/java"));
    functions.putOnPath(bin);

    assertThat(find(shell).output()).isEqualTo(chosen.toString());
  }

  @ParameterizedTest
  @MethodSource("org.orderly.server.cli.ShellFunctions#shells")
  void asksAJavaThatIsAScriptOfAVersionSwitcher(List<String> shell) throws Exception {
    Path chosen = jdk("elsewhere/jdk", "21.0.5");
    Path shims = Files.createDirectories(folder.resolve("shims"));
    program(shims.resolve("java"), "echo '    java.home = " + chosen + "' >&2");
    functions.putOnPath(shims);

    assertThat(find(shell).output()).isEqualTo(chosen.toString());
  }

  @ParameterizedTest
  @MethodSource("org.orderly.server.cli.ShellFunctions#shells")
  void takesTheNewestOfTheUsualPlaces(List<String> shell) throws Exception {
    jdk("usr/lib/jvm/java-1.17.0-openjdk-amd64", "17.0.15");
    jdk("usr/lib/jvm/java-9", "9.0.4");
    jdk("home/ada/.sdkman/candidates/java/21.0.9-tem", "21.0.9");
    jdk("usr/lib/jvm/java-25-openjdk", "25");
    Path chosen = jdk("usr/lib/jvm/temurin-25-jdk-amd64", "25.0.10");
    jdk("Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home", "25.0.9");
    functions.putOnPath(jdk("opt/java-8", "1.8.0_402").resolve("bin"));

    assertThat(find(shell).output()).isEqualTo(chosen.toString());
  }

  @ParameterizedTest
  @MethodSource("org.orderly.server.cli.ShellFunctions#shells")
  void looksWhereEachSystemKeepsItsJdks(List<String> shell) throws Exception {
    for (String place :
        List.of(
            "usr/lib/jvm/java-21-openjdk",
            "usr/lib64/jvm/java-21",
            "opt/jdk-21",
            "Library/Java/JavaVirtualMachines/temurin-21.jdk/Contents/Home",
            "opt/homebrew/opt/openjdk@21/libexec/openjdk.jdk/Contents/Home",
            "home/ada/Library/Java/JavaVirtualMachines/j/Contents/Home",
            "home/ada/.sdkman/candidates/java/21.0.5-tem")) {
      Path only = jdk(place, "21.0.5");
      assertThat(find(shell).output()).as(place).isEqualTo(only.toString());
      Files.delete(only.resolve("bin/javac"));
    }
  }

  @ParameterizedTest
  @MethodSource("org.orderly.server.cli.ShellFunctions#shells")
  void asksJavaHomeOfMacOs(List<String> shell) throws Exception {
    Path chosen = jdk("private/var/jdk-21", "21.0.5");
    Path program = root.resolve("usr/libexec/java_home");
    Files.createDirectories(program.getParent());
    program(program, "[ \"$*\" = '-v 21+' ] && echo '" + chosen + "'");

    assertThat(find(shell).output()).isEqualTo(chosen.toString());
  }

  @ParameterizedTest
  @MethodSource("org.orderly.server.cli.ShellFunctions#shells")
  void asksAJdkWithoutReleaseFileForItsVersion(List<String> shell) throws Exception {
    Path chosen = jdk("usr/lib/jvm/java-21-openjdk", "21.0.5");
    Files.delete(chosen.resolve("release"));

    assertThat(find(shell).errors()).isEqualTo("Java 21.0.5: " + chosen + "\n");
  }

  @ParameterizedTest
  @MethodSource("org.orderly.server.cli.ShellFunctions#shells")
  void refusesInOneLineWhenThereIsNone(List<String> shell) throws Exception {
    jdk("usr/lib/jvm/java-17", "17.0.15");
    Path runtimeOnly = jdk("usr/lib/jvm/java-25-jre", "25.0.1");
    Files.delete(runtimeOnly.resolve("bin/javac"));

    Result result = find(shell);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output()).isEmpty();
    assertThat(result.errors().lines())
        .singleElement()
        .asString()
        .startsWith("Orderly needs a JDK 21 or newer; none was found");
  }

  private Result find(List<String> shell) throws Exception {
    return functions.run(shell, SCRIPT, root.toString());
  }

  private Path jdk(String place, String version) throws IOException {
    Path home = root.resolve(place);
    Path bin = Files.createDirectories(home.resolve("bin"));
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    program(bin.resolve("java"), "echo 'openjdk version \"" + version + "\" 2026-01-20' >&2");
    program(bin.resolve("javac"), "exit 0");
    return home;
  }
}
