package org.orderly.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The routes that pages name are operations of the API, and the codes are codes of the source. */
class ApiInPagesTest {
  private static final Map<String, String> PAGES = SourceTree.pages();
  private static final Path OPENAPI =
      SourceTree.CLONE.resolve("web-api/src/main/resources/META-INF/openapi.yaml");

  private static final Pattern ROUTE =
      Pattern.compile("(GET|POST|PUT|PATCH|DELETE) (/[^\\s?]*)(?:[\\s?].*)?");
  private static final Pattern PATH_OR_METHOD =
      Pattern.compile("(?m)^  (/\\S+):\\s*$|^    (get|post|put|patch|delete):");
  private static final String API = "/api/v1";

  /** What servlets answer, not resources. */
  private static final Set<String> BESIDE_THE_API =
      Set.of("GET /asyncapi", "GET /openapi", "GET /metrics", "GET /health/services");

  private static final Pattern CODE = Pattern.compile("[a-z]+(?:-[a-z0-9]+)+");

  /** A table's routes below the path in its heading. */
  private static final String BELOW = "/{id}";

  /** Names of others. */
  private static final Set<String> FOREIGN =
      Set.of(
          "draft-ietf-httpapi-ratelimit-headers",
          "expired-card",
          "require-corp",
          "webauthn-server-core");

  @Test
  void nameRoutesThatExist() {
    Set<String> operations = operations();
    List<String> unknown = new ArrayList<>();
    PAGES.forEach(
        (page, text) -> {
          for (String code : Markdown.of(text).code()) {
            Matcher route = ROUTE.matcher(code);
            if (route.matches() && !isThere(route.group(1), route.group(2), operations)) {
              unknown.add(page + ": " + code);
            }
          }
        });
    assertThat(operations).hasSizeGreaterThan(120);
    assertThat(unknown).isEmpty();
  }

  private static boolean isThere(String method, String path, Set<String> operations) {
    String full = path.startsWith(API) ? path : API + path;
    return path.startsWith(BELOW)
        || BESIDE_THE_API.contains(method + " " + path)
        || operations.contains(method + " " + anonymous(full));
  }

  private static Set<String> operations() {
    Set<String> operations = new TreeSet<>();
    String path = "";
    Matcher line = PATH_OR_METHOD.matcher(SourceTree.read(OPENAPI));
    while (line.find()) {
      if (line.group(1) != null) {
        path = line.group(1);
      } else {
        operations.add(line.group(2).toUpperCase(Locale.ROOT) + " " + anonymous(path));
      }
    }
    return operations;
  }

  private static String anonymous(String path) {
    return path.replaceAll("\\{[^}]*}", "{}");
  }

  @Test
  void nameCodesThatExist() {
    Set<String> known = new TreeSet<>(FOREIGN);
    known.addAll(renamed());
    for (String module : SourceTree.modules()) {
      known.add(Path.of(module).getFileName().toString());
      known.add("orderly-" + Path.of(module).getFileName());
      known.add(Path.of(module).getName(0).toString());
      SourceTree.below(SourceTree.CLONE.resolve(module).resolve("src/main"), 99).stream()
          .filter(file -> file.toString().matches(".*\\.(java|yaml|xml)"))
          .map(SourceTree::read)
          .flatMap(text -> CODE.matcher(text).results())
          .forEach(code -> known.add(code.group()));
    }
    List<String> unknown = new ArrayList<>();
    PAGES.forEach(
        (page, text) ->
            Markdown.of(text).code().stream()
                .filter(code -> CODE.matcher(code).matches() && !known.contains(code))
                .forEach(code -> unknown.add(page + ": " + code)));
    assertThat(unknown).isEmpty();
  }

  /** What the page of versions lists as names from before the first release. */
  private static List<String> renamed() {
    return Markdown.of(PAGES.get("docs/api-versioning.md"))
        .section("Renamed before the first release")
        .rows()
        .stream()
        .map(row -> row.get(0).replaceAll("^code `([a-z-]+)`$", "$1"))
        .toList();
  }
}
