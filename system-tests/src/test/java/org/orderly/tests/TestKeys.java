package org.orderly.tests;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.microshed.testing.jwt.JwtBuilder;

/** The keys that the shop under test trusts: its own, and the one that MicroShed signs with. */
final class TestKeys {

  private static final String MICROSHED_KEY_ID = "keyid";
  private static final RSAKey OWN = generate();
  private static final RSAKey STRANGE = generate();

  private TestKeys() {}

  /** Puts the keys where the launcher would generate them. */
  static void writeTo(Path folder) {
    try {
      Files.createDirectories(folder);
      RSAKey microShed =
          new RSAKey.Builder(publicKey(JwtBuilder.getPublicKey()))
              .keyID(MICROSHED_KEY_ID)
              .algorithm(JWSAlgorithm.RS256)
              .keyUse(KeyUse.SIGNATURE)
              .build();
      JWKSet trusted = new JWKSet(List.of(OWN.toPublicJWK(), microShed));
      Files.writeString(folder.resolve("jwks.json"), trusted.toString());
      String body =
          Base64.getMimeEncoder(64, new byte[] {'\n'})
              .encodeToString(OWN.toPrivateKey().getEncoded());
      Files.writeString(
          folder.resolve("signing-key.pem"),
          "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
    } catch (IOException | JOSEException e) {
      throw new AssertionError(e);
    }
  }

  /** A token like the shop's own, with other times. */
  static String ownToken(String subject, String issuer, Instant issuedAt, Instant expiresAt) {
    return signed(OWN, OWN.getKeyID(), subject, issuer, issuedAt, expiresAt);
  }

  /** A token that names the shop's key but was signed with another one. */
  static String forgedToken(String subject) {
    Instant now = Instant.now();
    return signed(
        STRANGE, OWN.getKeyID(), subject, "https://orderly.local", now, now.plusSeconds(600));
  }

  private static String signed(
      RSAKey key, String keyId, String subject, String issuer, Instant from, Instant to) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .subject(subject)
            .claim("upn", "somebody@example.org")
            .claim("groups", List.of("customer", "admin"))
            .claim("sid", UUID.randomUUID().toString())
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(from))
            .expirationTime(Date.from(to))
            .build();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID(keyId).build();
    try {
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static RSAPublicKey publicKey(String pem) {
    byte[] encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    try {
      return (RSAPublicKey)
          KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static RSAKey generate() {
    try {
      return new RSAKeyGenerator(2048)
          .keyIDFromThumbprint(true)
          .algorithm(JWSAlgorithm.RS256)
          .keyUse(KeyUse.SIGNATURE)
          .generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }
}
