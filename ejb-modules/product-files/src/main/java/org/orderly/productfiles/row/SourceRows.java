package org.orderly.productfiles.row;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderly.productfiles.text.FileText;
import org.orderly.productfiles.text.UnusableFile;

/** The rows of a file, one after another; only the current one is in memory. */
public interface SourceRows extends Closeable {

  /** The next row; {@code null} after the last. */
  @Nullable SourceRow next() throws IOException;

  /** Keys of the columns if a header names them; empty if each row has its own. */
  Set<String> columns();

  /**
   * The rows of a text: what begins with a bracket or a brace is JSON, everything else has a
   * header.
   *
   * @param name of the file; one that ends as CSV files do is no JSON
   * @throws UnusableFile if there is nothing in it, or its header cannot be read
   */
  static SourceRows of(BufferedReader text, String name) throws IOException {
    String plainName = name.toLowerCase(Locale.ROOT).replaceAll("\\.gz$", "");
    int first = firstSign(text);
    if (first < 0) {
      throw new UnusableFile("The file is empty.");
    }
    if (plainName.matches(".*\\.(csv|tsv|tab)")) {
      return CsvRows.of(text);
    }
    return switch (first) {
      case '[' -> new JsonArrayRows(text);
      case '{' -> new JsonLineRows(text);
      default -> CsvRows.of(text);
    };
  }

  /** A file of nothing but blanks is empty. */
  private static int firstSign(BufferedReader text) throws IOException {
    text.mark(FileText.LOOK_AHEAD);
    int sign = text.read();
    for (int i = 1; i < FileText.LOOK_AHEAD && Character.isWhitespace(sign); i++) {
      sign = text.read();
    }
    text.reset();
    return sign;
  }
}
