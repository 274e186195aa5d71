package org.orderly.tests.docs;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the clone: Maven modules with their main classes, and the types of all sources. */
final class SourceTree {
  static final Path CLONE = Path.of("..");

  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
  private static final Pattern NESTED =
      Pattern.compile("(?m)^ +(?:[a-z]+ )*(?:class|record|interface|enum|@interface) ([A-Z]\\w*)");

  private SourceTree() {}

  /** The folders of the modules, in the order of the reactor. */
  static List<String> modules() {
    return MODULE.matcher(read(CLONE.resolve("pom.xml"))).results().map(m -> m.group(1)).toList();
  }

  /** Names of the main classes of a module, by file; a package's description is none. */
  static List<String> mainTypes(String module) {
    Path root = CLONE.resolve(module).resolve("src/main/java");
    return javaBelow(root).stream()
        .map(file -> root.relativize(file).toString().replace(".java", "").replace('/', '.'))
        .filter(name -> !name.endsWith("package-info"))
        .toList();
  }

  /**
   * The main sources of a module, by file.
   *
   * @param module its folder or the last part of it
   */
  static Map<String, String> mainSources(String module) {
    Map<String, String> sources = new TreeMap<>();
    for (String folder : modules()) {
      if (folder.equals(module) || folder.endsWith("/" + module)) {
        for (Path file : javaBelow(CLONE.resolve(folder).resolve("src/main/java"))) {
          sources.put(CLONE.relativize(file).toString(), read(file));
        }
      }
    }
    if (sources.isEmpty()) {
      throw new AssertionError("There is no module " + module + " with main classes");
    }
    return sources;
  }

  /** Simple names of all types, also nested ones and those of tests, with a file of each. */
  static Map<String, Path> allTypes() {
    Map<String, Path> types = new TreeMap<>();
    for (String module : modules()) {
      for (Path file : javaBelow(CLONE.resolve(module).resolve("src"))) {
        types.put(file.getFileName().toString().replace(".java", ""), file);
        NESTED.matcher(read(file)).results().forEach(m -> types.putIfAbsent(m.group(1), file));
      }
    }
    return types;
  }

  /** The pages of the clone, by their path in it. */
  static Map<String, String> pages() {
    return Stream.of(
            below(CLONE, 1),
            below(CLONE.resolve("docs"), 9),
            below(CLONE.resolve("docker"), 9),
            below(CLONE.resolve("system-tests"), 1))
        .flatMap(List::stream)
        .filter(file -> file.toString().endsWith(".md"))
        .collect(
            toMap(
                file -> CLONE.relativize(file).toString(),
                SourceTree::read,
                (one, same) -> one,
                TreeMap::new));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> javaBelow(Path root) {
    return below(root, 99).stream().filter(file -> file.toString().endsWith(".java")).toList();
  }

  static List<Path> below(Path root, int depth) {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root, depth)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
