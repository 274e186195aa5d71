package org.orderly.identity.twofactor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time codes after RFC 6238, in the form that every authenticator app knows: HMAC
 * with SHA-1, steps of 30 seconds, six digits.
 */
final class Totp {

  static final int DIGITS = 6;
  static final int STEP_SECONDS = 30;

  /** How far the clock of an app may be off, in steps. */
  private static final int DRIFT = 1;

  private static final int MODULUS = 1_000_000;

  private Totp() {}

  /** The step in which a moment lies. */
  static long step(Instant moment) {
    return Math.floorDiv(moment.getEpochSecond(), STEP_SECONDS);
  }

  /** The code of one step: the dynamic truncation of RFC 4226, 5.3. */
  static String code(byte[] secret, long step) {
    byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = hash[hash.length - 1] & 0xf;
    int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
    return String.format("%0" + DIGITS + "d", number % MODULUS);
  }

  /**
   * The step that a code belongs to, now or just before or after.
   *
   * @param after only later steps count: the last one of which a code was accepted
   */
  static OptionalLong match(byte[] secret, String code, Instant now, long after) {
    long current = step(now);
    OptionalLong found = OptionalLong.empty();
    for (long step = current - DRIFT; step <= current + DRIFT; step++) {
      // all are compared, each in the same time
      boolean same = MessageDigest.isEqual(ascii(code(secret, step)), ascii(code));
      if (same && step > after && found.isEmpty()) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] hmac(byte[] secret, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "RAW"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA1", e);
    }
  }
}
