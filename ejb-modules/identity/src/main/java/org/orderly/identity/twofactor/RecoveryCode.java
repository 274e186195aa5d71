package org.orderly.identity.twofactor;

import java.security.SecureRandom;
import java.util.Locale;
import org.orderly.platform.crypto.Sha256;

/**
 * What lets its owner in once without the app: 80 random bits, in groups to be written down. So
 * many cannot be guessed, also not from a hash; slow hashing would add nothing.
 */
record RecoveryCode(String text) {

  /** How many somebody gets. */
  static final int SET = 10;

  private static final int BYTES = 10;
  private static final int GROUP = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  static RecoveryCode generate() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    String letters = Base32.encode(bytes);
    return new RecoveryCode(letters.replaceAll("(.{" + GROUP + "})(?!$)", "$1-"));
  }

  /** What the database keeps of it, however it is typed: with or without case and dashes. */
  byte[] hash() {
    String letters = text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    return Sha256.of(letters);
  }

  /** Keeps the code out of logs. */
  @Override
  public String toString() {
    return "RecoveryCode";
  }
}
