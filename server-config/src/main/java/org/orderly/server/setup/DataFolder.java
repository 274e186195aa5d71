package org.orderly.server.setup;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

/** The folder that holds everything that outlives a start; only its owner can look inside. */
public final class DataFolder {
  /** Raised when a newer launcher lays the folder out in a way that this one cannot read. */
  public static final int VERSION = 1;

  private final Path root;

  public DataFolder(Path root) {
    this.root = root;
  }

  public Path root() {
    return root;
  }

  /** Makes the folder or checks that this launcher understands it. */
  public void open() {
    try {
      folder("");
      Path file = root.resolve("version");
      if (!Files.exists(file)) {
        write("version", VERSION + "\n");
      }
      int found = Integer.parseInt(Files.readString(file).strip());
      if (found > VERSION) {
        throw new LaunchFailure(
            "The data folder "
                + root
                + " was made by a newer Orderly (layout "
                + found
                + ", this one knows "
                + VERSION
                + "). Use that version or another --data-dir.");
      }
    } catch (NumberFormatException e) {
      throw new LaunchFailure("The file " + root.resolve("version") + " holds no number.");
    } catch (IOException e) {
      throw new LaunchFailure("The data folder " + root + " cannot be used: " + e + ".");
    }
  }

  /** Held until this process ends, however it ends. */
  public FileChannel lock() throws IOException {
    FileChannel channel =
        FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // The same process has it: the same answer.
    }
    channel.close();
    throw new LaunchFailure(
        "Orderly is already running on " + root + ". Stop it first, or use another --data-dir.");
  }

  public Path path(String name) {
    return root.resolve(name);
  }

  /** A folder in here, made if it is missing. */
  public Path folder(String name) {
    Path folder = root.resolve(name);
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
      return folder;
    } catch (IOException e) {
      throw new LaunchFailure("The folder " + folder + " cannot be made: " + e + ".");
    }
  }

  /** Writes a file that only its owner can read; it is there with all its content or not at all. */
  public Path write(String name, Properties content, String comment) {
    StringWriter text = new StringWriter();
    try {
      content.store(text, comment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return write(name, text.toString());
  }

  public Path write(String name, String content) {
    Path file = root.resolve(name);
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try {
      Files.deleteIfExists(draft);
      Files.createFile(draft, ownerOnly);
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.write(java.nio.charset.StandardCharsets.UTF_8.encode(content));
        channel.force(true);
      }
      return moveInto(draft, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path moveInto(Path draft, Path file) throws IOException {
    try {
      return Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      return Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  public URI lastUrl() {
    try {
      return URI.create(Files.readString(root.resolve("run/url")).strip());
    } catch (IOException e) {
      return URI.create(LaunchSettings.urlOn(LaunchSettings.DEFAULT_PORT));
    }
  }
}
