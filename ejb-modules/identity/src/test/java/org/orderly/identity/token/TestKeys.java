package org.orderly.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** The keys folder that the tests' configuration names. */
public final class TestKeys {

  private static final Path FOLDER = Path.of("target/test-keys");

  private TestKeys() {}

  /** Writes a key that signs, unless there is one. */
  public static synchronized void provide() {
    Path jwks = FOLDER.resolve("jwks.json");
    if (Files.exists(jwks)) {
      return;
    }
    try {
      Files.createDirectories(FOLDER);
      RSAKey key = new RSAKeyGenerator(2048).keyID("test").generate();
      String body =
          Base64.getMimeEncoder(64, new byte[] {'\n'})
              .encodeToString(key.toRSAPrivateKey().getEncoded());
      Files.writeString(
          FOLDER.resolve("signing-key.pem"),
          "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
      Files.writeString(jwks, new JWKSet(key).toString(true));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
