package org.orderly.identity.twofactor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orderly.kernel.UserId;

/**
 * Encrypts what the database keeps, for one user each: AES-256 in Galois counter mode (NIST SP
 * 800-38D), with a key derived from {@code ORDERLY_SECRET_KEY}. A box that is put into another
 * user's row does not open.
 */
@ApplicationScoped
class SecretBox {

  static final int SHORTEST_KEY = 32;

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec key;

  @Inject
  SecretBox(@ConfigProperty(name = "orderly.secret.key") Optional<String> configured) {
    this.key =
        configured.filter(text -> text.length() >= SHORTEST_KEY).map(this::derive).orElse(null);
  }

  /**
   * @throws NoSecretKey if none is configured that is long enough
   */
  byte[] seal(byte[] secret, UserId owner) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = apply(Cipher.ENCRYPT_MODE, nonce, secret, owner);
    return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
  }

  /**
   * @throws NoSecretKey if it was sealed with another key, or the box was tampered with
   */
  byte[] open(byte[] box, UserId owner) {
    byte[] nonce = Arrays.copyOf(box, NONCE_BYTES);
    return apply(
        Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(box, NONCE_BYTES, box.length), owner);
  }

  private byte[] apply(int mode, byte[] nonce, byte[] text, UserId owner) {
    if (key == null) {
      throw new NoSecretKey("ORDERLY_SECRET_KEY is not set", null);
    }
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(bytes(owner.value()));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new NoSecretKey("ORDERLY_SECRET_KEY does not open what is stored", e);
    }
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  /** A key for this purpose alone, whatever else the configured one is used for. */
  private SecretKeySpec derive(String configured) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(configured.getBytes(StandardCharsets.UTF_8), "RAW"));
      return new SecretKeySpec(
          mac.doFinal("second-factor".getBytes(StandardCharsets.US_ASCII)), "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
