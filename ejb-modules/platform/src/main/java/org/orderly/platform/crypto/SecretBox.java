package org.orderly.platform.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts what a database keeps, for one owner each: AES-256 in Galois counter mode (NIST SP
 * 800-38D). A box that is put into another owner's row does not open.
 */
public final class SecretBox {

  /** The fewest characters of a configured key. */
  public static final int SHORTEST_KEY = 32;

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final @Nullable SecretKeySpec key;

  /** A box stays shut; why is for the log, not for callers. */
  public static final class Shut extends Exception {

    private static final long serialVersionUID = 1L;

    private Shut(String reason, @Nullable Throwable cause) {
      super(reason, cause);
    }
  }

  /**
   * @param configured {@code ORDERLY_SECRET_KEY}; without one that is long enough nothing is sealed
   * @param purpose gives each use a key of its own, derived from the configured one
   */
  public SecretBox(Optional<String> configured, String purpose) {
    this.key =
        configured
            .filter(text -> text.length() >= SHORTEST_KEY)
            .map(text -> derive(text, purpose))
            .orElse(null);
  }

  /**
   * @throws Shut if no key is configured that is long enough
   */
  public byte[] seal(byte[] secret, UUID owner) throws Shut {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = apply(Cipher.ENCRYPT_MODE, nonce, secret, owner);
    return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
  }

  /**
   * @throws Shut if it was sealed with another key or for another owner, or was tampered with
   */
  public byte[] open(byte[] box, UUID owner) throws Shut {
    if (box.length < NONCE_BYTES) {
      throw new Shut("what is stored is no box", null);
    }
    byte[] nonce = Arrays.copyOf(box, NONCE_BYTES);
    return apply(
        Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(box, NONCE_BYTES, box.length), owner);
  }

  private byte[] apply(int mode, byte[] nonce, byte[] text, UUID owner) throws Shut {
    if (key == null) {
      throw new Shut("ORDERLY_SECRET_KEY is not set", null);
    }
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(bytes(owner));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new Shut("ORDERLY_SECRET_KEY does not open what is stored", e);
    }
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static SecretKeySpec derive(String configured, String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(configured.getBytes(StandardCharsets.UTF_8), "RAW"));
      return new SecretKeySpec(mac.doFinal(purpose.getBytes(StandardCharsets.US_ASCII)), "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
