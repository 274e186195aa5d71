package org.orderly.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The business's packages are marked, so that the build checks what may be missing there. */
class NullMarkedTest {

  /** Test support is no domain. */
  private static final Set<String> NOT_MARKED = Set.of("ejb-modules/database-testing");

  @Test
  void eachPackageIsMarked() {
    Map<String, Boolean> marked = new TreeMap<>();
    for (String module : SourceTree.modules()) {
      if (module.startsWith("ejb-modules/") && !NOT_MARKED.contains(module)) {
        Path sources = SourceTree.CLONE.resolve(module).resolve("src/main/java");
        for (String type : SourceTree.mainTypes(module)) {
          String folder = type.substring(0, type.lastIndexOf('.')).replace('.', '/');
          Path description = sources.resolve(folder).resolve("package-info.java");
          marked.put(folder, SourceTree.read(description).contains("@NullMarked\npackage "));
        }
      }
    }
    assertThat(marked).hasSizeGreaterThan(50).doesNotContainValue(false);
  }

  @Test
  void nothingIsExemptFromTheCheck() {
    Set<String> exempt = new TreeSet<>();
    for (String module : SourceTree.modules()) {
      Path sources = SourceTree.CLONE.resolve(module).resolve("src/main/java");
      for (Path file : SourceTree.below(sources, 99)) {
        String text = SourceTree.read(file);
        if (text.contains("@NullUnmarked") || text.contains("\"NullAway\"")) {
          exempt.add(file.toString());
        }
      }
    }
    assertThat(exempt).isEmpty();
  }
}
