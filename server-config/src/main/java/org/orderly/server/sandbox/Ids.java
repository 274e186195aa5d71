package org.orderly.server.sandbox;

import java.security.SecureRandom;
import java.util.HexFormat;

/** The gateway's own names: what they name, the time, and 64 random bits. */
final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  static String next(String prefix) {
    HexFormat hex = HexFormat.of();
    return prefix + "_" + hex.toHexDigits(System.currentTimeMillis(), 11) + secret();
  }

  static String secret() {
    return HexFormat.of().toHexDigits(RANDOM.nextLong());
  }
}
