package org.orderly.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The key that signs tokens and the public keys that verify them, from the keys folder.
 *
 * <p>The folder holds {@code signing-key.pem} (RSA, PKCS #8) and {@code jwks.json} (RFC 7517),
 * which may know further keys; the signing key goes by the id that its public half has there.
 */
@ApplicationScoped
class SigningKeys {

  private final RSAKey signingKey;
  private final JWKSet publicKeys;

  /**
   * @throws IllegalStateException naming what is wrong with the folder
   */
  @Inject
  SigningKeys(@ConfigProperty(name = "orderly.keys.dir") String folder) {
    Path pem = Path.of(folder, "signing-key.pem");
    Path jwks = Path.of(folder, "jwks.json");
    try {
      publicKeys = JWKSet.parse(Files.readString(jwks)).toPublicJWKSet();
      RSAKey key = PemFile.privateKey(pem);
      signingKey = new RSAKey.Builder(key).keyID(idOf(key, jwks)).build();
    } catch (IOException | ParseException | JOSEException | GeneralSecurityException e) {
      throw new IllegalStateException("cannot read the signing keys in " + folder, e);
    }
  }

  RSAKey signingKey() {
    return signingKey;
  }

  JWKSet publicKeys() {
    return publicKeys;
  }

  private String idOf(RSAKey key, Path jwks) throws JOSEException {
    var thumbprint = key.computeThumbprint();
    for (JWK candidate : publicKeys.getKeys()) {
      if (candidate.getKeyID() != null && candidate.computeThumbprint().equals(thumbprint)) {
        return candidate.getKeyID();
      }
    }
    throw new IllegalStateException(jwks + " has no key id for the signing key");
  }
}
