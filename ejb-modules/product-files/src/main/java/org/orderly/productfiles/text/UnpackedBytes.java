package org.orderly.productfiles.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops the reading of a packed file that becomes far larger than any catalogue. */
final class UnpackedBytes extends FilterInputStream {

  static final long MAX = 4L << 30;

  /** Text of products shrinks to a tenth, perhaps to a hundredth. */
  private static final int MAX_RATIO = 250;

  private static final long FREE = 8L << 20;

  private final CountedBytes packed;
  private long count;

  UnpackedBytes(InputStream unpacked, CountedBytes packed) {
    super(unpacked);
    this.packed = packed;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    check(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    check(Math.max(read, 0));
    return read;
  }

  private void check(int more) {
    count += more;
    if (count > MAX) {
      throw new UnusableFile("The packed file holds more than 4 GiB. Split it.");
    }
    if (count > FREE && count > packed.count() * MAX_RATIO) {
      throw new UnusableFile(
          "The packed file becomes more than "
              + MAX_RATIO
              + " times its size. That is no catalogue; nothing more of it is read.");
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
