package org.orderly.identity.token;

import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** Reads a private key from its text form (RFC 7468, section 10). */
final class PemFile {

  static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private PemFile() {}

  /**
   * The RSA key in a file, with its public half, which follows from the private one.
   *
   * @throws GeneralSecurityException if the file holds anything else
   */
  static RSAKey privateKey(Path file) throws IOException, GeneralSecurityException {
    try {
      return parse(Files.readString(file));
    } catch (InvalidKeySpecException e) {
      throw new InvalidKeySpecException(file + ": " + e.getMessage(), e);
    }
  }

  /** The same of a text. */
  static RSAKey parse(String text) throws GeneralSecurityException {
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new InvalidKeySpecException("there is no PKCS #8 private key");
    }
    return rsaKey(decode(text.substring(begin + BEGIN.length(), end)));
  }

  private static byte[] decode(String base64) throws GeneralSecurityException {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new InvalidKeySpecException("the private key is not written in Base64", e);
    }
  }

  private static RSAKey rsaKey(byte[] pkcs8) throws GeneralSecurityException {
    KeyFactory rsa = KeyFactory.getInstance("RSA");
    if (!(rsa.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)) instanceof RSAPrivateCrtKey key)) {
      throw new InvalidKeySpecException("the private key does not tell its public half");
    }
    RSAPublicKeySpec publicHalf = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
    return new RSAKey.Builder((RSAPublicKey) rsa.generatePublic(publicHalf))
        .privateKey(key)
        .build();
  }
}
