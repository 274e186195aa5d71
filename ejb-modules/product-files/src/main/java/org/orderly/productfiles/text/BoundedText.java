package org.orderly.productfiles.text;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Text for a parser that would keep a row of any length: reading ends where a row is too long.
 *
 * <p>A parser reads some buffers ahead, so the limit is met to within {@link #AHEAD}.
 */
public final class BoundedText extends FilterReader {

  /** A product is a few thousand characters; more than this is no product. */
  public static final int MAX_ROW = 1_000_000;

  private static final int AHEAD = 64 * 1024;

  private int length;

  public BoundedText(Reader text) {
    super(text);
  }

  /** The row is longer than any product. */
  public static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;

    TooLong() {
      super("is longer than " + MAX_ROW + " characters; nothing after it can be read");
    }
  }

  /** What is read from now on belongs to the next row. */
  public void nextRow() {
    length = 0;
  }

  @Override
  public int read() throws IOException {
    count(1);
    return super.read();
  }

  @Override
  public int read(char[] buffer, int offset, int size) throws IOException {
    int read = super.read(buffer, offset, Math.min(size, AHEAD));
    count(Math.max(read, 0));
    return read;
  }

  private void count(int more) throws TooLong {
    length += more;
    if (length > MAX_ROW + AHEAD) {
      throw new TooLong();
    }
  }
}
