package org.orderly.server.importer;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The file of the rows that were not taken, one line each; there is none as long as all are. */
final class RefusedRows implements AutoCloseable {

  private static final Path NOWHERE = Path.of("");

  private final Path file;
  private BufferedWriter lines;

  /** Begins anew: what an earlier import wrote here is gone. */
  RefusedRows(Path file) throws IOException {
    this.file = file;
    Files.deleteIfExists(file);
  }

  private RefusedRows(Path file, BufferedWriter lines) {
    this.file = file;
    this.lines = lines;
  }

  /** Keeps nothing. */
  static RefusedRows nowhere() {
    return new RefusedRows(NOWHERE, new BufferedWriter(Writer.nullWriter()));
  }

  /**
   * Goes on with the file of an import that was broken off.
   *
   * @param kept how many of its lines count; those after them are written again
   */
  static RefusedRows after(Path file, long kept) throws IOException {
    if (!Files.exists(file)) {
      return new RefusedRows(file);
    }
    Path shortened = file.resolveSibling(file.getFileName() + ".tmp");
    try (BufferedReader former = Files.newBufferedReader(file);
        Writer copy = Files.newBufferedWriter(shortened)) {
      for (long line = 0; line < kept; line++) {
        String text = former.readLine();
        copy.write(text == null ? "" : text + "\n");
      }
    }
    Files.move(shortened, file, StandardCopyOption.REPLACE_EXISTING);
    return new RefusedRows(file, null);
  }

  Path file() {
    return file;
  }

  void add(String line) throws IOException {
    if (lines == null) {
      lines = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
    lines.write(line.replaceAll("[\\r\\n]+", " "));
    lines.newLine();
  }

  /** What was added is in the file. */
  void flush() throws IOException {
    if (lines != null) {
      lines.flush();
    }
  }

  @Override
  public void close() throws IOException {
    if (lines != null) {
      lines.close();
    }
  }
}
