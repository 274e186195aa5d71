package org.orderly.server.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.orderly.server.setup.DataFolder;
import org.orderly.server.setup.Distribution;

/**
 * A program's classes in the form in which Java has them in memory: written when the program ends
 * for the first time, it halves every later start. Its name tells for which Java and which class
 * path.
 */
public final class ClassArchive {
  private static final List<String> SILENT = List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off");

  /** Java refuses to write an archive of classes that an agent may have changed. */
  private static final boolean IS_MEASURED =
      System.getenv().getOrDefault("JAVA_TOOL_OPTIONS", "").contains("-javaagent:");

  /** An archive has objects laid out one way, so this is decided where the archive is. */
  private static final List<String> LAYOUT =
      Runtime.version().feature() >= 25 ? List.of("-XX:+UseCompactObjectHeaders") : List.of();

  private final String program;
  private final Path archive;
  private final Path draft;

  public ClassArchive(
      String program,
      Component component,
      Distribution distribution,
      DataFolder folder,
      List<Path> classPath) {
    this.program = program;
    this.archive = distribution.unpacked(program + "-" + key(classPath) + ".jsa");
    this.draft = folder.folder("run").resolve(component.key() + ".jsa");
  }

  private static String key(List<Path> classPath) {
    StringBuilder key = new StringBuilder(Runtime.version().toString()).append(LAYOUT);
    try {
      for (Path jar : classPath) {
        key.append(jar).append(Files.size(jar)).append(Files.getLastModifiedTime(jar).toMillis());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Integer.toHexString(key.toString().hashCode());
  }

  /** Whether the program takes longer to end, because it writes the archive then. */
  public boolean isMissing() {
    return !IS_MEASURED && !Files.exists(archive);
  }

  public List<String> options() {
    if (IS_MEASURED) {
      return List.of();
    }
    String option =
        Files.exists(archive)
            ? "-XX:SharedArchiveFile=" + archive
            : "-XX:ArchiveClassesAtExit=" + draft;
    return Stream.of(LAYOUT, List.of(option), SILENT).flatMap(List::stream).toList();
  }

  /**
   * To be called when the program has ended.
   *
   * @param orderly false when it was killed, perhaps while it wrote
   */
  public void keep(boolean orderly) {
    try {
      if (orderly && Files.exists(draft) && !Files.exists(archive)) {
        deleteOlder();
        Path beside = Files.createTempFile(archive.getParent(), program, ".new");
        Files.copy(draft, beside, StandardCopyOption.REPLACE_EXISTING);
        Files.move(beside, archive, StandardCopyOption.ATOMIC_MOVE);
      }
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void deleteOlder() throws IOException {
    try (DirectoryStream<Path> older =
        Files.newDirectoryStream(archive.getParent(), program + "-*.jsa")) {
      for (Path file : older) {
        Files.delete(file);
      }
    }
  }
}
