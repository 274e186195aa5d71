package org.orderly.server;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;

/**
 * The RSA key that signs access tokens, and its public half as a JSON Web Key Set.
 *
 * <p>The key id is the key's thumbprint (RFC 7638).
 */
final class SigningKeys {
  private static final int BITS = 2048;
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  private SigningKeys() {}

  /** The folder with {@code signing-key.pem} (PKCS #8) and {@code jwks.json}; made if missing. */
  static Path ensure(DataFolder data) {
    Path keys = data.folder("keys");
    if (!Files.exists(keys.resolve("signing-key.pem"))
        || !Files.exists(keys.resolve("jwks.json"))) {
      generate(data);
    }
    return keys;
  }

  private static void generate(DataFolder data) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      KeyPair pair = generator.generateKeyPair();
      // The private key is written last: while it is missing, the pair is made anew.
      data.write("keys/jwks.json", "{\"keys\":[" + jwk((RSAPublicKey) pair.getPublic()) + "]}\n");
      data.write("keys/signing-key.pem", pem(pair.getPrivate().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot make RSA keys", e);
    }
  }

  private static String jwk(RSAPublicKey key) throws GeneralSecurityException {
    String e = number(key.getPublicExponent());
    String n = number(key.getModulus());
    String members = "\"e\":\"" + e + "\",\"kty\":\"RSA\",\"n\":\"" + n + "\"";
    byte[] canonical = ("{" + members + "}").getBytes(StandardCharsets.UTF_8);
    String kid = URL.encodeToString(MessageDigest.getInstance("SHA-256").digest(canonical));
    return "{" + members + ",\"alg\":\"RS256\",\"use\":\"sig\",\"kid\":\"" + kid + "\"}";
  }

  /** Unsigned and big-endian; Java's form may have a leading zero for the sign. */
  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    return URL.encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
  }

  private static String pem(byte[] pkcs8) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pkcs8);
    return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
  }
}
