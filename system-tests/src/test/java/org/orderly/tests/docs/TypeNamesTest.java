package org.orderly.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Names of main types: each stands once, and a class that holds SQL says so by its name. */
class TypeNamesTest {

  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");
  private static final Pattern LITERAL =
      Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"");
  private static final Pattern SQL =
      Pattern.compile(
          "(?is)\\bselect\\s.+\\bfrom\\b|\\binsert into\\b|\\bupdate \\w+ (\\w+ )?set\\b"
              + "|\\bdelete from\\b|\\bfrom \\w+ \\w+ where\\b|\\bselect \\w+\\(");

  /** Parts of the platform that are themselves tables, and named so by the field. */
  private static final Set<String> PLATFORM =
      Set.of(
          "Inbox",
          "BulkInsert",
          "Outbox",
          "OutboxRelay",
          "IdempotencyKeys",
          "AdvisoryLock",
          "Retention",
          "PersonalTable");

  @Test
  void eachSimpleNameStandsOnce() {
    Map<String, Set<String>> places = new TreeMap<>();
    for (String module : SourceTree.modules()) {
      for (String type : SourceTree.mainTypes(module)) {
        places.computeIfAbsent(simple(type), name -> new TreeSet<>()).add(type);
      }
    }
    assertThat(places).hasSizeGreaterThan(1_000);
    assertThat(places.values()).allSatisfy(types -> assertThat(types).hasSize(1));
  }

  @Test
  void classesWithSqlAreRepositoriesOrQueries() {
    Set<String> others = new TreeSet<>();
    for (String module : List.copyOf(SourceTree.modules())) {
      // the commit protocol is SQL in the server's library; test support is no domain
      if (module.startsWith("ejb-modules/") && !module.matches(".*/(commit|database-testing)")) {
        SourceTree.mainTypes(module).stream()
            .filter(type -> holdsSql(module, type))
            .map(TypeNamesTest::simple)
            .filter(name -> !name.matches(".*(Repository|Queries)"))
            .forEach(others::add);
      }
    }
    others.removeAll(PLATFORM);
    assertThat(others).isEmpty();
  }

  private static boolean holdsSql(String module, String type) {
    Path file =
        SourceTree.CLONE
            .resolve(module)
            .resolve("src/main/java/" + type.replace('.', '/') + ".java");
    String code = COMMENT.matcher(SourceTree.read(file)).replaceAll("");
    return LITERAL.matcher(code).results().anyMatch(text -> SQL.matcher(text.group()).find());
  }

  private static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }
}
