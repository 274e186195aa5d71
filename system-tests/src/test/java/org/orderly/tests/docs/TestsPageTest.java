package org.orderly.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page about tests: each test that it says notices a broken rule exists, at that level. */
class TestsPageTest {
  private static final String PAGE = SourceTree.read(SourceTree.CLONE.resolve("docs/tests.md"));

  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\| ([a-z-]+)(?:: [a-z]+)? \\| [^|]+ \\| `(\\w+)\\.(\\w+)`( \\(new\\))? \\| (\\w+) \\|$");
  private static final Pattern FIGURE = Pattern.compile("\\*\\*(\\d+) ([a-z]+)\\*\\*");

  /** Without rules of their own: what tests are built with, and declarations. */
  private static final Set<String> WITHOUT_RULES =
      Set.of("database-testing", "jobs", "persistence");

  private record Row(String module, String type, String method, boolean added, String level) {}

  private static List<Row> rows() {
    return ROW.matcher(PAGE)
        .results()
        .map(
            row ->
                new Row(
                    row.group(1), row.group(2), row.group(3), row.group(4) != null, row.group(5)))
        .toList();
  }

  private static String level(String type) {
    return type.endsWith("IT") ? "system" : type.endsWith("DatabaseTest") ? "database" : "unit";
  }

  @Test
  void namesTestsThatExistAtTheirLevel() {
    Map<String, Path> types = SourceTree.allTypes();
    List<Row> rows = rows();
    assertThat(rows).hasSizeGreaterThan(40);
    for (Row row : rows) {
      assertThat(types).containsKey(row.type());
      assertThat(SourceTree.read(types.get(row.type())).contains(" " + row.method() + "("))
          .as(row.type() + "." + row.method())
          .isTrue();
      assertThat(row.level()).as(row.type()).isEqualTo(level(row.type()));
    }
  }

  @Test
  void hasARuleOfEachModule() {
    Set<String> modules =
        SourceTree.modules().stream()
            .filter(module -> module.startsWith("ejb-modules/"))
            .map(module -> module.substring("ejb-modules/".length()))
            .filter(module -> !WITHOUT_RULES.contains(module))
            .collect(Collectors.toCollection(TreeSet::new));
    modules.addAll(Set.of("jms-config", "liquibase", "server-config", "web-api"));

    assertThat(rows()).extracting(Row::module).containsAll(modules);
  }

  @Test
  void countsItsRows() {
    List<Row> rows = rows();
    Map<String, Long> found =
        rows.stream().collect(Collectors.groupingBy(Row::level, Collectors.counting()));
    found.put("rules", (long) rows.size());
    found.put("new", rows.stream().filter(Row::added).count());

    Map<String, Long> told =
        FIGURE
            .matcher(PAGE)
            .results()
            .collect(Collectors.toMap(one -> one.group(2), one -> Long.valueOf(one.group(1))));
    assertThat(told).isEqualTo(found);
  }
}
