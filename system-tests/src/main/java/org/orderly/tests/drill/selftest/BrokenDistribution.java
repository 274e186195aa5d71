package org.orderly.tests.drill.selftest;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orderly.server.setup.Distribution;

/**
 * A copy of the distribution in which single classes are replaced. Nothing is built by Maven: a
 * class is compiled against the libraries that the distribution holds, and put where the old one
 * was.
 */
final class BrokenDistribution {
  private static final String LIBRARIES = "WEB-INF/lib";
  private static final String OURS = "orderly-";

  /** The annotations of this name are no library of the server: they are for the compiler alone. */
  private static final String ANNOTATIONS = "org.jspecify.annotations";

  private final Distribution original;
  private final ModuleSources sources;
  private final Path folder;

  /**
   * @param folder for all breakages, one after the other
   */
  BrokenDistribution(Distribution original, ModuleSources sources, Path folder) {
    this.original = original;
    this.sources = sources;
    this.folder = folder;
  }

  /** Makes the copy, or makes it anew. */
  Distribution with(Breakage breakage) throws IOException, InterruptedException {
    Distribution copy = new Distribution(folder.resolve("dist"));
    copy(original.root(), copy.root());
    Path libraries = libraries();
    Path classes = FolderTree.empty(folder.resolve("classes"));
    compile(breakage, libraries, classes);
    try (Stream<Path> files = Files.walk(classes.resolve("org/orderly"))) {
      Map<Path, List<Path>> byJar =
          files
              .filter(file -> file.toString().endsWith(".class"))
              .map(classes::relativize)
              .collect(Collectors.groupingBy(type -> jarOf(type, copy, libraries)));
      for (Map.Entry<Path, List<Path>> jar : byJar.entrySet()) {
        replace(jar.getKey(), jar.getValue(), classes, copy);
      }
    }
    return copy;
  }

  /** Links what is not there yet or was replaced; archives of classes are made anew. */
  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(file -> !file.toString().endsWith(".jsa")).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (!Files.exists(target) || !Files.isSameFile(file, target)) {
          Files.deleteIfExists(target);
          Files.createLink(target, file);
        }
      }
    }
  }

  /** The application's libraries, unpacked once. */
  private Path libraries() throws IOException {
    Path libraries = folder.resolve("libraries");
    if (!Files.exists(libraries)) {
      Files.createDirectories(libraries);
      try (FileSystem application = FileSystems.newFileSystem(original.application());
          Stream<Path> files = Files.list(application.getPath(LIBRARIES))) {
        for (Path file : files.toList()) {
          Files.copy(file, libraries.resolve(file.getFileName().toString()));
        }
      }
    }
    return libraries;
  }

  private void compile(Breakage breakage, Path libraries, Path classes)
      throws IOException, InterruptedException {
    Path edited = FolderTree.empty(folder.resolve("sources"));
    List<String> files = new ArrayList<>();
    for (Map.Entry<Path, String> source : sources.edited(breakage).entrySet()) {
      files.add(write(edited.resolve(source.getKey()), source.getValue()));
    }
    for (String annotation : List.of("Nullable", "NullMarked", "NonNull")) {
      files.add(write(edited.resolve(annotation + ".java"), declaration(annotation)));
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.addAll(List.of("-proc:none", "-nowarn", "-parameters", "-g", "-cp"));
    command.add(classPath(libraries));
    command.addAll(List.of("-d", classes.toString()));
    command.addAll(files);
    Path log = folder.resolve("javac.log");
    Process compiler =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (compiler.waitFor() != 0) {
      throw new BreakageNotApplicable(breakage.name() + ": " + Files.readString(log));
    }
  }

  private static String write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  private static String declaration(String annotation) {
    String target =
        annotation.equals("NullMarked")
            ? ""
            : "@java.lang.annotation.Target(" + "java.lang.annotation.ElementType.TYPE_USE) ";
    return "package " + ANNOTATIONS + "; " + target + "public @interface " + annotation + " {}";
  }

  private String classPath(Path libraries) throws IOException {
    List<Path> folders =
        List.of(libraries, original.server().resolve("lib"), original.unpacked("payara"));
    List<String> jars = new ArrayList<>();
    for (Path folderOfJars : folders) {
      Path found = folderOfJars.endsWith("payara") ? runtime() : folderOfJars;
      try (Stream<Path> files = Files.list(found)) {
        files
            .filter(file -> file.toString().endsWith(".jar"))
            .map(Path::toString)
            .forEach(jars::add);
      }
    }
    return String.join(File.pathSeparator, jars);
  }

  /** The server's own libraries, which hold the API that the modules are compiled against. */
  private Path runtime() throws IOException {
    try (Stream<Path> programs = Files.list(original.unpacked(""))) {
      return programs
          .filter(program -> program.getFileName().toString().startsWith("payara-"))
          .map(program -> program.resolve("runtime"))
          .filter(Files::isDirectory)
          .findFirst()
          .orElseThrow(
              () -> new BreakageNotApplicable("the server is not unpacked; start it once"));
    }
  }

  /** The jar that holds a class: in the server's library, or in the application. */
  private static Path jarOf(Path type, Distribution copy, Path libraries) {
    try (Stream<Path> server = Files.list(copy.server().resolve("lib"));
        Stream<Path> application = Files.list(libraries)) {
      return Stream.concat(server, application)
          .filter(jar -> jar.getFileName().toString().startsWith(OURS))
          .filter(jar -> holds(jar, type))
          .findFirst()
          .orElseThrow(() -> new BreakageNotApplicable("no jar holds " + type));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** A class inside another may be new; its outer one is not. */
  private static boolean holds(Path jar, Path type) {
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      return Files.exists(files.getPath(type.toString().replaceFirst("\\$.*", ".class")));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void replace(Path jar, List<Path> types, Path classes, Distribution copy)
      throws IOException {
    Path changed = folder.resolve("changed.jar");
    Files.copy(jar, changed, StandardCopyOption.REPLACE_EXISTING);
    try (FileSystem files = FileSystems.newFileSystem(changed)) {
      for (Path type : types) {
        Files.copy(
            classes.resolve(type),
            files.getPath(type.toString()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    if (jar.startsWith(copy.root())) {
      // the link goes, not the original
      Files.delete(jar);
      Files.move(changed, jar);
      return;
    }
    Path application = folder.resolve("changed.war");
    Files.copy(copy.application(), application, StandardCopyOption.REPLACE_EXISTING);
    try (FileSystem files = FileSystems.newFileSystem(application)) {
      Files.copy(
          changed,
          files.getPath(LIBRARIES, jar.getFileName().toString()),
          StandardCopyOption.REPLACE_EXISTING);
    }
    Files.delete(copy.application());
    Files.move(application, copy.application());
  }
}
