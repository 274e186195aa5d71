package org.orderly.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The variables in the help and in {@code docs/configuration.md} are those that the code, the
 * scripts, the compose file and the full server's commands read; no page names another one.
 */
class EnvironmentVariablesTest {
  private static final Path CLONE = Path.of("..");
  private static final Path HELP =
      Path.of("src/main/resources/org/orderly/server/cli/environment.txt");

  /** As the code names them: variables, and properties of the server's configuration. */
  private static final Pattern VARIABLE =
      Pattern.compile("\"((?:ORDERLY|MP_JWT)_[A-Z0-9_]+[A-Z0-9])\"");

  private static final Pattern PROPERTY = Pattern.compile("\"(orderly\\.[a-z0-9.-]+[a-z0-9])\"");
  private static final Pattern PREFIX = Pattern.compile("PREFIX = \"(orderly\\.[a-z]+\\.)\"");
  private static final Pattern SUFFIX = Pattern.compile("number\\(\"([a-z-]+)\"");

  /** As scripts, settings and pages name them. */
  private static final Pattern NAME =
      Pattern.compile("(?<![A-Z_])((?:ORDERLY|MP_JWT)_[A-Z0-9_<>]*[A-Z0-9])(?![A-Z0-9_<>])");

  private static final Pattern DATABASE = Pattern.compile("ORDERLY_DB_[A-Z]+_(URL|USER|PASSWORD)");
  private static final Pattern IN_HELP =
      Pattern.compile("(?m)^  ((?:ORDERLY|MP_JWT)_[A-Z0-9_<>]+) ");
  private static final Pattern ENTRY =
      Pattern.compile("(?m)^  ((?:ORDERLY|MP_JWT)_[A-Z0-9_<>]+) (.*(?:\\n {20,}.*)*)");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `((?:ORDERLY|MP_JWT)_[A-Z0-9_<>]+)` \\|(.*?)\\|");
  private static final Pattern PARENTHESES = Pattern.compile("\\(([^()]*)\\)");
  private static final Pattern IN_PAGE =
      Pattern.compile("(?m)^\\| `((?:ORDERLY|MP_JWT)_[A-Z0-9_<>]+)` \\|");

  /** Names that nobody sets: between our own processes, or of no configuration at all. */
  private static final Set<String> NOT_TO_BE_SET =
      Set.of(
          // what the launcher tells its own sandbox
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
    for (Path file : scripts()) {
      all(NAME, Files.readString(file)).map(EnvironmentVariablesTest::family).forEach(read::add);
    }
    for (Path file : javaBelow(CLONE.resolve("system-tests/src"))) {
      all(VARIABLE, Files.readString(file))
          .map(EnvironmentVariablesTest::family)
          .forEach(read::add);
    }
    read.removeAll(NOT_TO_BE_SET);

    assertThat(read).hasSizeGreaterThan(90);
    assertThat(named(IN_HELP, HELP)).containsExactlyElementsOf(read);
  }

  @Test
  void areAllInTheDocumentation() throws IOException {
    assertThat(named(IN_PAGE, CLONE.resolve("docs/configuration.md")))
        .containsExactlyElementsOf(named(IN_HELP, HELP));
  }

  @Test
  void haveTheSameDefaultInBoth() throws IOException {
    Map<String, String> inHelp = new TreeMap<>();
    ENTRY
        .matcher(Files.readString(HELP))
        .results()
        .forEach(entry -> inHelp.put(entry.group(1), lastInParentheses(entry.group(2))));
    Map<String, String> inPage = new TreeMap<>();
    ROW.matcher(Files.readString(CLONE.resolve("docs/configuration.md")))
        .results()
        .forEach(row -> inPage.put(row.group(1), row.group(2).replace("`", "").strip()));

    assertThat(inHelp).containsEntry("ORDERLY_SERVER_HEAP", "1g");
    assertThat(inPage).isEqualTo(inHelp);
  }

  private static String lastInParentheses(String text) {
    return all(PARENTHESES, text.replaceAll("\\s+", " ")).reduce("", (one, next) -> next);
  }

  @Test
  void areTheOnlyOnesThatPagesName() throws IOException {
    Set<String> known = named(IN_HELP, HELP);
    for (Path page : pages()) {
      assertThat(all(NAME, Files.readString(page)).map(EnvironmentVariablesTest::family))
          .as(page.toString())
          .isSubsetOf(known);
    }
  }

  /** Of a name that is put together, or of a file with the value, what the help calls it. */
  private static String family(String name) {
    return DATABASE
        .matcher(name.replaceFirst("(?<!REPLAY)_FILE$", ""))
        .replaceAll("ORDERLY_DB_<DOMAIN>_$1")
        .replaceFirst("ORDERLY_OIDC_[A-Z]+_(ISSUER|CLIENT_|ALLOW_)", "ORDERLY_OIDC_<NAME>_$1");
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

  private static Set<String> named(Pattern pattern, Path file) throws IOException {
    return all(pattern, Files.readString(file)).collect(Collectors.toCollection(TreeSet::new));
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
        .flatMap(root -> javaBelow(root).stream())
        .toList();
  }

  private static List<Path> javaBelow(Path root) {
    return files(root).filter(file -> file.toString().endsWith(".java")).toList();
  }

  /** What else runs or sets up a part: scripts, the compose file, the full server's commands. */
  private static List<Path> scripts() {
    Stream<Path> files =
        Stream.of("docker", "ear/src/main/glassfish", "server-config/src/main/sh", ".ci")
            .map(CLONE::resolve)
            .flatMap(EnvironmentVariablesTest::files)
            .filter(Files::isRegularFile)
            .filter(file -> !file.toString().contains("/generated/"))
            .filter(file -> !file.endsWith(".env") && !file.toString().endsWith(".md"));
    return Stream.concat(files, Stream.of(CLONE.resolve("orderly"))).toList();
  }

  private static List<Path> pages() {
    return Stream.concat(
            Stream.of(
                    "README.md",
                    "CONTRIBUTING.md",
                    "SECURITY.md",
                    "system-tests/README.md",
                    "docker/README.md")
                .map(CLONE::resolve),
            files(CLONE.resolve("docs")).filter(file -> file.toString().endsWith(".md")))
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
