package org.orderly.productfiles.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How the bytes of a file stand for text.
 *
 * @param mark bytes of the byte order mark, which are no text
 */
record Encoding(Charset charset, int mark) {

  /** As many bytes decide. */
  static final int LOOKED_AT = 4;

  /**
   * A byte order mark decides; without one what was asked for; else UTF-16 shows by its zero bytes;
   * all others are taken for UTF-8.
   *
   * @param start the first bytes, fewer only of a smaller file
   */
  static Encoding of(byte[] start, @Nullable Charset asked) {
    if (begins(start, 0xEF, 0xBB, 0xBF)) {
      return new Encoding(StandardCharsets.UTF_8, 3);
    }
    if (begins(start, 0xFF, 0xFE, 0, 0)) {
      return new Encoding(Charset.forName("UTF-32LE"), 4);
    }
    if (begins(start, 0, 0, 0xFE, 0xFF)) {
      return new Encoding(Charset.forName("UTF-32BE"), 4);
    }
    if (begins(start, 0xFF, 0xFE)) {
      return new Encoding(StandardCharsets.UTF_16LE, 2);
    }
    if (begins(start, 0xFE, 0xFF)) {
      return new Encoding(StandardCharsets.UTF_16BE, 2);
    }
    return new Encoding(asked == null ? unmarked(start) : asked, 0);
  }

  private static Charset unmarked(byte[] start) {
    if (start.length == LOOKED_AT && start[0] != 0 && start[2] != 0) {
      if (start[1] == 0 && start[3] == 0) {
        return StandardCharsets.UTF_16LE;
      }
    } else if (start.length == LOOKED_AT
        && start[0] == 0
        && start[2] == 0
        && start[1] != 0
        && start[3] != 0) {
      return StandardCharsets.UTF_16BE;
    }
    return StandardCharsets.UTF_8;
  }

  static boolean begins(byte[] start, int... bytes) {
    if (start.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((start[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
