package org.orderly.server.component;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.orderly.server.setup.Distribution;
import org.orderly.server.setup.LaunchFailure;

/** Programs that come inside libraries, unpacked once beside the distribution. */
public final class UnpackedPrograms {
  private final Distribution distribution;

  public UnpackedPrograms(Distribution distribution) {
    this.distribution = distribution;
  }

  /** The folder with PostgreSQL's {@code bin}, {@code lib} and {@code share}. */
  public Path postgres() {
    return once("postgres", folder -> unpackTar(HostPlatform.postgresArchive(), folder));
  }

  /** The Redis program. */
  public Path redis() {
    Path home = once("redis", folder -> copyProgram(HostPlatform.redisBinary(), folder));
    return home.resolve("redis-server");
  }

  public interface Filling {
    void into(Path folder) throws IOException;
  }

  /** Fills a folder unless it is there; it appears complete or not at all. */
  public Path once(String name, Filling filling) {
    Path folder = distribution.unpacked(name);
    if (Files.isDirectory(folder)) {
      return folder;
    }
    try {
      Files.createDirectories(folder.getParent());
      Path draft = Files.createTempDirectory(folder.getParent(), name + "-");
      filling.into(draft);
      try {
        Files.move(draft, folder);
      } catch (IOException e) {
        // Another launcher was faster; its copy is as good.
        delete(draft);
        if (!Files.isDirectory(folder)) {
          throw e;
        }
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String name) {
    InputStream stream = UnpackedPrograms.class.getResourceAsStream("/" + name);
    if (stream == null) {
      throw new LaunchFailure(
          "There is no "
              + name
              + " for this machine. Name servers outside with ORDERLY_DB_*_URL"
              + " and ORDERLY_REDIS_URL.");
    }
    return stream;
  }

  private static void copyProgram(String name, Path folder) throws IOException {
    try (InputStream program = resource(name)) {
      Path file = folder.resolve("redis-server");
      Files.copy(program, file);
      setMode(file, 0755);
    }
  }

  private static void unpackTar(String name, Path folder) throws IOException {
    try (InputStream raw = new BufferedInputStream(resource(name));
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(raw))) {
      for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("Entry outside of the archive: " + entry.getName());
        }
        unpack(tar, entry, target);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, target);
      setMode(target, entry.getMode());
    }
  }

  private static void setMode(Path file, int mode) throws IOException {
    PosixFilePermission[] bits = PosixFilePermission.values();
    Set<PosixFilePermission> permissions = new HashSet<>();
    for (int i = 0; i < bits.length; i++) {
      if ((mode & (0400 >> i)) != 0) {
        permissions.add(bits[i]);
      }
    }
    Files.setPosixFilePermissions(file, permissions);
  }

  public static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
