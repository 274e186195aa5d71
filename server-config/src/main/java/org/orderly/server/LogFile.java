package org.orderly.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** What a part writes: the file of this start and the one before, each of bounded length. */
final class LogFile {
  private static final long LIMIT = 32L * 1024 * 1024;
  private static final int TAIL = 64 * 1024;

  private final Path file;

  LogFile(Path file) {
    this.file = file;
  }

  Path path() {
    return file;
  }

  ProcessBuilder.Redirect appending() {
    return ProcessBuilder.Redirect.appendTo(file.toFile());
  }

  /** Sets the last start's file aside. */
  void rotate() {
    try {
      if (Files.exists(file)) {
        Files.move(file, previous(), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empties a file that grew too long while its program goes on appending to it. */
  void trim() {
    try {
      if (Files.exists(file) && Files.size(file) > LIMIT) {
        Files.copy(file, previous(), StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.truncate(0);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last lines, oldest first. */
  Stream<String> tail() {
    try (FileChannel channel = FileChannel.open(file)) {
      channel.position(Math.max(0, channel.size() - TAIL));
      byte[] bytes = java.nio.channels.Channels.newInputStream(channel).readAllBytes();
      return new String(bytes, java.nio.charset.StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  boolean contains(String words) {
    return tail().anyMatch(line -> line.contains(words));
  }

  private Path previous() {
    return file.resolveSibling(file.getFileName() + ".1");
  }
}
