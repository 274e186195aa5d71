package org.orderly.productfiles.text;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The text of a file, unpacked if gzip packed it, and how much of it has been read. */
public final class FileText implements Closeable {

  /** How far a reader of this text can be set back. */
  public static final int LOOK_AHEAD = 64 * 1024;

  private final long size;
  private final CountedBytes counted;
  private final BufferedReader reader;

  private FileText(long size, CountedBytes counted, BufferedReader reader) {
    this.size = size;
    this.counted = counted;
    this.reader = reader;
  }

  /**
   * @param size in bytes; 0 if it is not known
   * @param asked the encoding of a file without byte order mark; {@code null} to find it out
   * @throws UnusableFile if it is a spreadsheet or an archive
   */
  public static FileText of(InputStream file, long size, @Nullable Charset asked)
      throws IOException {
    CountedBytes counted = new CountedBytes(file);
    BufferedInputStream bytes = new BufferedInputStream(counted, LOOK_AHEAD);
    byte[] start = start(bytes);
    if (Encoding.begins(start, 0x1F, 0x8B)) {
      try {
        bytes =
            new BufferedInputStream(
                new UnpackedBytes(new GZIPInputStream(bytes, LOOK_AHEAD), counted), LOOK_AHEAD);
        start = start(bytes);
      } catch (java.util.zip.ZipException | java.io.EOFException e) {
        throw new UnusableFile("The packed file is damaged or cut off.");
      }
    }
    requireText(start);
    Encoding encoding = Encoding.of(start, asked);
    bytes.skipNBytes(encoding.mark());
    return new FileText(
        size, counted, new BufferedReader(new DecodedText(bytes, encoding.charset()), LOOK_AHEAD));
  }

  private static byte[] start(BufferedInputStream bytes) throws IOException {
    bytes.mark(Encoding.LOOKED_AT);
    byte[] start = bytes.readNBytes(Encoding.LOOKED_AT);
    bytes.reset();
    return start;
  }

  private static void requireText(byte[] start) {
    if (Encoding.begins(start, 'P', 'K', 3, 4) || Encoding.begins(start, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new UnusableFile(
          "The file is a spreadsheet or an archive, not text. Save it as CSV first.");
    }
    if (Encoding.begins(start, 0x1F, 0x8B)) {
      throw new UnusableFile("The file is packed twice. Unpack it once.");
    }
    if (Encoding.begins(start, '%', 'P', 'D', 'F')) {
      throw new UnusableFile("The file is a PDF, which has no rows. Export the products as CSV.");
    }
  }

  public BufferedReader reader() {
    return reader;
  }

  /** How much of the file has been read, from 0 to 100. */
  public int percent() {
    return size == 0 ? 100 : (int) Math.min(100, counted.count() * 100 / size);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
