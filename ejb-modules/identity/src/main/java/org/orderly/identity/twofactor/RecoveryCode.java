package org.orderly.identity.twofactor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;

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
    try {
      return MessageDigest.getInstance("SHA-256").digest(letters.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Keeps the code out of logs. */
  @Override
  public String toString() {
    return "RecoveryCode";
  }
}
