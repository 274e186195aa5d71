package org.orderly.kernel;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes time-ordered identifiers (RFC 9562, version 7), which keep database indexes compact. */
public final class UuidV7 {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int RANDOM_BYTES = 10;
  private static final int CANONICAL_LENGTH = 36;

  private UuidV7() {}

  /** A new identifier: 48 bits of Unix milliseconds, then 74 random bits. */
  public static UUID next() {
    return at(System.currentTimeMillis());
  }

  static UUID at(long epochMillis) {
    byte[] random = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(random);
    long high = (epochMillis << 16) | 0x7000L | ((random[0] & 0x0fL) << 8) | (random[1] & 0xffL);
    long low = 0;
    for (int i = 2; i < RANDOM_BYTES; i++) {
      low = (low << 8) | (random[i] & 0xffL);
    }
    return new UUID(high, (low & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L);
  }

  /**
   * Reads the canonical text form, in either case.
   *
   * @throws IllegalArgumentException for any other text; {@link UUID#fromString} alone would accept
   *     signs and groups of other lengths
   */
  public static UUID parse(String text) {
    if (text == null || text.length() != CANONICAL_LENGTH) {
      throw new IllegalArgumentException("not a UUID");
    }
    UUID id = UUID.fromString(text);
    if (!id.toString().equalsIgnoreCase(text)) {
      throw new IllegalArgumentException("not a UUID");
    }
    return id;
  }
}
