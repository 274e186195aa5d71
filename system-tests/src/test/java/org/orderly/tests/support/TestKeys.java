package org.orderly.tests.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
public final class TestKeys {

  public static final String ISSUER = "https://orderly.local";

  private static final String MICROSHED_KEY_ID = "keyid";
  private static final RSAKey OWN = generate();
  private static final RSAKey STRANGE = generate();

  private TestKeys() {}

  /** Puts the keys where the launcher would generate them. */
  public static void writeTo(Path folder) {
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
  public static String ownToken(
      String subject, String issuer, Instant issuedAt, Instant expiresAt) {
    return signed(OWN, OWN.getKeyID(), subject, issuer, issuedAt, expiresAt);
  }

  /** A token like the shop's own that no session ends. */
  public static String tokenOf(UUID subject, String... groups) {
    Instant now = Instant.now();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder(claims(subject.toString(), ISSUER, now, now.plusSeconds(3_600)))
            .claim("groups", List.of(groups))
            .build();
    return signed(OWN, OWN.getKeyID(), claims);
  }

  /** A token that names the shop's key but was signed with another one. */
  public static String forgedToken(String subject) {
    Instant now = Instant.now();
    return signed(STRANGE, OWN.getKeyID(), subject, ISSUER, now, now.plusSeconds(600));
  }

  /** The same claims as a token that nobody signed (RFC 7515, appendix A.5). */
  public static String unsigned(String token) {
    String header = "{\"alg\":\"none\",\"typ\":\"JWT\"}";
    return Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(header.getBytes(StandardCharsets.UTF_8))
        + "."
        + token.split("\\.")[1]
        + ".";
  }

  /** A token whose signature anybody can make who knows the public key, if HMAC is let through. */
  public static String signedWith(byte[] secret, String subject) {
    Instant now = Instant.now();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.HS256)
            .type(JOSEObjectType.JWT)
            .keyID(OWN.getKeyID())
            .build();
    SignedJWT token = new SignedJWT(header, claims(subject, ISSUER, now, now.plusSeconds(600)));
    try {
      token.sign(new MACSigner(secret));
      return token.serialize();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  public static byte[] publicKey() {
    try {
      return OWN.toRSAPublicKey().getEncoded();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  public static byte[] publicKeyAsText() {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey());
    return ("-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String signed(
      RSAKey key, String keyId, String subject, String issuer, Instant from, Instant to) {
    return signed(key, keyId, claims(subject, issuer, from, to));
  }

  private static String signed(RSAKey key, String keyId, JWTClaimsSet claims) {
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

  private static JWTClaimsSet claims(String subject, String issuer, Instant from, Instant to) {
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .subject(subject)
        .claim("upn", "somebody@example.org")
        .claim("groups", List.of("customer", "admin"))
        .claim("sid", UUID.randomUUID().toString())
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(from))
        .expirationTime(Date.from(to))
        .build();
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
