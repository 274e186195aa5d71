package org.orderly.server.keys;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** An RSA key that signs, in its two written forms: PEM (PKCS #8) and a public JSON Web Key. */
record RsaPair(RSAPrivateCrtKey key) {
  private static final int BITS = 2048;
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  static RsaPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return new RsaPair((RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot make RSA keys", e);
    }
  }

  /**
   * @throws GeneralSecurityException if the text holds no RSA key in PKCS #8
   */
  static RsaPair read(String pem) throws GeneralSecurityException {
    String body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    try {
      PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body));
      return new RsaPair((RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(encoded));
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException("it is not written in Base64", e);
    }
  }

  String pem() {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
  }

  /** The public half's members, named by its thumbprint (RFC 7638). */
  Map<String, String> jwk() {
    String e = number(key.getPublicExponent());
    String canonical = "{\"e\":\"" + e + "\",\"kty\":\"RSA\",\"n\":\"" + modulus() + "\"}";
    Map<String, String> members = new LinkedHashMap<>();
    members.put("e", e);
    members.put("kty", "RSA");
    members.put("n", modulus());
    members.put("alg", "RS256");
    members.put("use", "sig");
    members.put("kid", URL.encodeToString(sha256(canonical)));
    return members;
  }

  /** What both halves have in common, as a JSON Web Key writes it. */
  String modulus() {
    return number(key.getModulus());
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Unsigned and big-endian; Java's form may have a leading zero for the sign. */
  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    return URL.encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
  }

  /** Keeps the key out of logs. */
  @Override
  public String toString() {
    return "RsaPair";
  }
}
