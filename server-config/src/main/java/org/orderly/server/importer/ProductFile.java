package org.orderly.server.importer;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** A file of products: a JSON array, JSON lines or CSV, each also compressed by gzip. */
final class ProductFile implements AutoCloseable {

  private static final int GZIP_MAGIC = 0x1f8b;
  private static final int LOOK_AHEAD = 64 * 1024;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final long size;
  private final Counted counted;
  private final ImportRows importRows;

  private ProductFile(long size, InputStream bytes, String name) throws IOException {
    this.size = size;
    this.counted = new Counted(bytes);
    this.importRows = rows(new BufferedReader(text(counted), LOOK_AHEAD), name);
  }

  /**
   * @throws ImportFailure if there is no such file, or nothing in it
   */
  static ProductFile open(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new ImportFailure("There is no file " + path + ".");
    }
    if (!Files.isReadable(path)) {
      throw new ImportFailure("The file " + path + " cannot be read: permission denied.");
    }
    InputStream bytes = Files.newInputStream(path);
    try {
      return new ProductFile(Files.size(path), bytes, path.getFileName().toString());
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  static ProductFile of(byte[] content, String name) throws IOException {
    return new ProductFile(content.length, new java.io.ByteArrayInputStream(content), name);
  }

  /** Of content whose size is not known beforehand. */
  static ProductFile of(InputStream content, String name) throws IOException {
    return new ProductFile(0, content, name);
  }

  /** The next row; {@code null} after the last. */
  ImportRow next() throws IOException {
    return importRows.next();
  }

  /** How much of the file has been read, from 0 to 100. */
  int percent() {
    return size == 0 ? 100 : (int) (counted.count * 100 / size);
  }

  @Override
  public void close() throws IOException {
    importRows.close();
  }

  private static Reader text(InputStream file) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(file);
    bytes.mark(2);
    int magic = bytes.read() << 8 | bytes.read();
    bytes.reset();
    InputStream plain = magic == GZIP_MAGIC ? new GZIPInputStream(bytes, LOOK_AHEAD) : bytes;
    // a decoder that was not told to report would turn what is no UTF-8 into question marks
    return new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder());
  }

  private static ImportRows rows(BufferedReader text, String name) throws IOException {
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    String plainName = name.toLowerCase(Locale.ROOT).replaceAll("\\.gz$", "");
    if (plainName.endsWith(".csv")) {
      return new CsvRows(text);
    }
    return switch (firstSign(text)) {
      case '[' -> new JsonArrayRows(text);
      case '{' -> new JsonLineRows(text);
      case -1 -> throw new ImportFailure("The file " + name + " is empty.");
      default -> new CsvRows(text);
    };
  }

  private static int firstSign(BufferedReader text) throws IOException {
    text.mark(LOOK_AHEAD);
    int sign = text.read();
    for (int i = 1; i < LOOK_AHEAD && Character.isWhitespace(sign); i++) {
      sign = text.read();
    }
    text.reset();
    return sign;
  }

  private static final class Counted extends FilterInputStream {

    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count += Math.max(read, 0);
      return read;
    }
  }
}
