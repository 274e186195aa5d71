package org.orderly.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The variables that people are told of are those that the code reads. */
class EnvironmentVariablesTest {
  private static final Path CLONE = Path.of("..");
  private static final Path HELP =
      Path.of("src/main/resources/org/orderly/server/cli/environment.txt");

  /** As the code names them: variables, and properties of the server's configuration. */
  private static final Pattern VARIABLE = Pattern.compile("\"(ORDERLY_[A-Z0-9_]+[A-Z0-9])\"");

  private static final Pattern PROPERTY = Pattern.compile("\"(orderly\\.[a-z0-9.-]+[a-z0-9])\"");
  private static final Pattern PREFIX = Pattern.compile("PREFIX = \"(orderly\\.[a-z]+\\.)\"");
  private static final Pattern SUFFIX = Pattern.compile("number\\(\"([a-z-]+)\"");

  /** Names that nobody sets: between our own processes, or of no configuration at all. */
  private static final Set<String> NOT_TO_BE_SET =
      Set.of(
          // what the launcher tells its own server, broker and sandbox
          "ORDERLY_BROKER_HOST",
          "ORDERLY_BROKER_PORT",
          "ORDERLY_SANDBOX_CONTROL_KEY",
          "ORDERLY_SANDBOX_DATA",
          "ORDERLY_SANDBOX_PORT",
          "ORDERLY_SANDBOX_SHOP",
          // where the distribution and the clone are: system properties
          "ORDERLY_DIST",
          "ORDERLY_HOME",
          "ORDERLY_WAR",
          // how wide the terminal is: a system property
          "ORDERLY_COLUMNS",
          // a logger and addresses of the broker
          "ORDERLY_ACCESS",
          "ORDERLY_DEAD_LETTERS",
          "ORDERLY_MANAGEMENT_REPLIES");

  /** Names that the code puts together, from a domain or a provider. */
  private static final Set<String> FAMILIES =
      Set.of(
          "ORDERLY_DB_<DOMAIN>_URL",
          "ORDERLY_DB_<DOMAIN>_USER",
          "ORDERLY_DB_<DOMAIN>_PASSWORD",
          "ORDERLY_OIDC_<NAME>_ISSUER",
          "ORDERLY_OIDC_<NAME>_CLIENT_ID",
          "ORDERLY_OIDC_<NAME>_CLIENT_SECRET",
          "ORDERLY_OIDC_<NAME>_ALLOW_HTTP");

  @Test
  void areAllInTheHelp() throws IOException {
    Set<String> read = new TreeSet<>(FAMILIES);
    for (Path file : sources()) {
      read.addAll(namesIn(Files.readString(file)));
    }
    read.removeAll(NOT_TO_BE_SET);

    assertThat(read).hasSizeGreaterThan(70);
    assertThat(named("(?m)^  (ORDERLY_[A-Z0-9_<>]+) ", HELP)).containsExactlyElementsOf(read);
  }

  @Test
  void areAllInTheDocumentation() throws IOException {
    assertThat(named("`(ORDERLY_[A-Z0-9_<>]+)`", CLONE.resolve("docs/configuration.md")))
        .containsExactlyElementsOf(named("(?m)^  (ORDERLY_[A-Z0-9_<>]+) ", HELP));
  }

  @Test
  void fitOnATerminal() throws IOException {
    assertThat(Files.readAllLines(HELP)).allMatch(line -> line.length() <= 104);
  }

  private static Set<String> namesIn(String source) {
    Set<String> names = all(VARIABLE, source).collect(Collectors.toCollection(TreeSet::new));
    all(PROPERTY, source).map(EnvironmentVariablesTest::variable).forEach(names::add);
    all(PREFIX, source)
        .flatMap(prefix -> all(SUFFIX, source).map(suffix -> variable(prefix + suffix)))
        .forEach(names::add);
    return names;
  }

  /** How MicroProfile Config names a property in the environment. */
  private static String variable(String property) {
    return property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
  }

  private static Set<String> named(String pattern, Path file) throws IOException {
    return all(Pattern.compile(pattern), Files.readString(file))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1));
  }

  private static List<Path> sources() throws IOException {
    List<Path> roots = new ArrayList<>(List.of(Path.of("src/main/java")));
    roots.add(CLONE.resolve("web-api/src/main/java"));
    try (Stream<Path> modules = Files.list(CLONE.resolve("ejb-modules"))) {
      modules.map(module -> module.resolve("src/main/java")).forEach(roots::add);
    }
    return roots.stream()
        .filter(Files::isDirectory)
        .flatMap(EnvironmentVariablesTest::files)
        .filter(file -> file.toString().endsWith(".java"))
        .toList();
  }

  private static Stream<Path> files(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
