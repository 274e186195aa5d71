package org.orderly.tests.drill.selftest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the sources of the domain modules, wherever they have moved, and edits copies of them. */
final class ModuleSources {
  private static final Path MAIN = Path.of("src", "main", "java");

  private final Path modules;

  /**
   * @param home the clone
   */
  ModuleSources(Path home) {
    this.modules = home.resolve("ejb-modules");
  }

  /**
   * The edited sources by their path below the source folder, such as {@code org/orderly/A.java}.
   *
   * @throws BreakageNotApplicable if a source or the code in it is not found
   */
  Map<Path, String> edited(Breakage breakage) throws IOException {
    Map<Path, String> edited = new LinkedHashMap<>();
    for (SourceEdit edit : breakage.edits()) {
      Path file = find(edit.type());
      Path below = belowSources(file);
      String source = edited.containsKey(below) ? edited.get(below) : Files.readString(file);
      edited.put(below, edit.apply(source));
    }
    return edited;
  }

  private Path find(String type) throws IOException {
    try (Stream<Path> files = Files.walk(modules)) {
      List<Path> found =
          files
              .filter(file -> file.endsWith(type + ".java"))
              .filter(file -> file.toString().contains("/" + MAIN + "/"))
              .toList();
      if (found.size() != 1) {
        throw new BreakageNotApplicable(found.size() + " sources of " + type);
      }
      return found.get(0);
    }
  }

  private static Path belowSources(Path file) {
    String text = file.toString();
    String folder = "/" + MAIN + "/";
    return Path.of(text.substring(text.indexOf(folder) + folder.length()));
  }
}
