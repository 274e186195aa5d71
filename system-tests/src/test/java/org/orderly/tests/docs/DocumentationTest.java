package org.orderly.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages name is there: links, Java types, files and folders of the clone. */
class DocumentationTest {
  private static final Map<String, String> PAGES = SourceTree.pages();

  /** A type, perhaps with its package before it and a member behind it. */
  private static final Pattern TYPE =
      Pattern.compile("((?:[a-z]\\w*\\.)*)([A-Z]\\w*[a-z]\\w*)(?:[.#]\\w+)*(?:\\(.*\\))?");

  private static final Pattern FILE = Pattern.compile("[\\w.-]+(?:/[\\w.-]+)+/?");

  /** Types of the JDK, the server and libraries. */
  private static final Set<String> FOREIGN =
      Set.of(
          "ApplicationProcessor",
          "CompletableFuture",
          "DataSource",
          "EntityManager",
          "IllegalAccessError",
          "ObjectMapperFactory",
          "OpenAPISupplier",
          "OperationImpl",
          "PwcCoyoteRequest",
          "SchemaImpl");

  /** Headers, events and interfaces of browsers that are written like types. */
  private static final Set<String> NO_TYPES =
      Set.of(
          "Deprecation",
          "ETag",
          "EventSource",
          "Forwarded",
          "Host",
          "Location",
          "Ping",
          "Sunset",
          "Unreleased",
          "Upgrade");

  /** Made on a machine, in no clone. */
  private static final Set<String> BUILT = Set.of("target", "data", "node_modules", ".env");

  @Test
  void nameTypesThatExist() {
    Map<String, Path> types = SourceTree.allTypes();
    List<String> unknown = new ArrayList<>();
    PAGES.forEach(
        (page, text) -> {
          // names that the glossary refuses must not exist: GlossaryTest
          String told = text.split("\n## Not used\n")[0];
          List<String> codes = new ArrayList<>(Markdown.of(told).code());
          codes.addAll(Markdown.participants(text));
          for (String code : codes) {
            Matcher type = TYPE.matcher(code);
            if (type.matches() && !isThere(type.group(1), type.group(2), types)) {
              unknown.add(page + ": " + code);
            }
          }
        });
    assertThat(types).hasSizeGreaterThan(1_500);
    assertThat(unknown).isEmpty();
  }

  private static boolean isThere(String inPackage, String name, Map<String, Path> types) {
    if (FOREIGN.contains(name) || NO_TYPES.contains(name)) {
      return true;
    }
    if (!inPackage.startsWith("org.orderly.")) {
      return types.containsKey(name);
    }
    String file = inPackage.replace('.', '/') + name + ".java";
    return types.values().stream().anyMatch(path -> path.toString().endsWith("/" + file));
  }

  @Test
  void leadToPagesThatExist() {
    List<String> broken = new ArrayList<>();
    PAGES.forEach(
        (page, text) ->
            Markdown.of(text).links().stream()
                .filter(link -> !link.matches("https?://.*"))
                .filter(link -> !leadsSomewhere(page, link))
                .forEach(link -> broken.add(page + ": " + link)));
    assertThat(broken).isEmpty();
  }

  private static boolean leadsSomewhere(String page, String link) {
    String[] parts = link.split("#", 2);
    Path from = SourceTree.CLONE.resolve(page);
    Path target = parts[0].isEmpty() ? from : from.resolveSibling(parts[0]);
    return Files.exists(target)
        && (parts.length == 1 || Markdown.of(SourceTree.read(target)).anchors().contains(parts[1]));
  }

  @Test
  void nameFilesThatExist() {
    List<String> missing = new ArrayList<>();
    PAGES.forEach(
        (page, text) ->
            Markdown.of(text).code().stream()
                .filter(code -> FILE.matcher(code).matches())
                .filter(file -> Files.isDirectory(SourceTree.CLONE.resolve(file.split("/")[0])))
                .filter(file -> Stream.of(file.split("/")).noneMatch(BUILT::contains))
                .filter(file -> !Files.exists(SourceTree.CLONE.resolve(file)))
                .forEach(file -> missing.add(page + ": " + file)));
    assertThat(missing).isEmpty();
  }

  @Test
  void beginWithAShortPage() {
    assertThat(PAGES.get("README.md").lines()).hasSizeLessThanOrEqualTo(120);
  }
}
