package org.orderly.identity.token;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.orderly.platform.crypto.Sha256;

/**
 * A secret of 256 random bits that a client holds and the database knows by its hash alone.
 *
 * <p>A plain SHA-256 is enough: so much randomness cannot be guessed, slow hashing adds nothing.
 */
public record OpaqueToken(String text) {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  public static OpaqueToken generate() {
    byte[] secret = new byte[BYTES];
    RANDOM.nextBytes(secret);
    return new OpaqueToken(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  /** What the database keeps of it: 32 bytes. */
  public byte[] hash() {
    return Sha256.of(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "OpaqueToken";
  }
}
