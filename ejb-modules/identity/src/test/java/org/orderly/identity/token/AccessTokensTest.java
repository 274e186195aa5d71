package org.orderly.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderly.kernel.UserId;

class AccessTokensTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  @TempDir private Path folder;
  private RSAKey current;
  private RSAKey older;

  private final UserId vendor = UserId.newId();
  private final UUID session = UUID.randomUUID();

  @BeforeEach
  void writeKeys() throws Exception {
    current = new RSAKeyGenerator(2048).keyID("current").generate();
    older = new RSAKeyGenerator(2048).keyID("older").generate();
    writePem(current);
    writeJwks(older, current);
  }

  @Test
  void signsTokensThatThePublishedKeysVerify() throws Exception {
    SignedJWT token = issue();
    JWKSet published = JWKSet.parse(new PublicKeys(keys()).jwks());
    RSAKey key = published.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
    assertThat(token.getHeader().getKeyID()).isEqualTo("current");
    assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
    assertThat(token.verify(new RSASSAVerifier(older.toPublicJWK()))).isFalse();
  }

  @Test
  void saysWhoInWhichSessionWithWhichRoles() throws Exception {
    JWTClaimsSet claims = issue().getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo("https://shop.example");
    assertThat(claims.getSubject()).isEqualTo(vendor.toString());
    assertThat(claims.getStringClaim("upn")).isEqualTo("ada@example.org");
    assertThat(claims.getStringListClaim("groups")).containsExactly("customer", "vendor");
    assertThat(claims.getStringClaim("sid")).isEqualTo(session.toString());
    assertThat(claims.getJWTID()).isNotBlank();
  }

  @Test
  void letsTheTokenEndAfterAQuarterOfAnHour() throws Exception {
    JWTClaimsSet claims = issue().getJWTClaimsSet();
    assertThat(claims.getIssueTime().toInstant()).isEqualTo(NOW);
    assertThat(claims.getExpirationTime().toInstant()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
  }

  @Test
  void saysWhatAnApiClientMayDoForFiveMinutes() throws Exception {
    UUID client = UUID.randomUUID();
    JWTClaimsSet claims =
        SignedJWT.parse(
                tokens().issueToApiClient(client, Set.of("stock:write", "orders:read"), session))
            .getJWTClaimsSet();
    assertThat(claims.getSubject()).isEqualTo(client.toString());
    assertThat(claims.getStringListClaim("groups")).containsExactly("api-client");
    assertThat(claims.getStringClaim("scope")).isEqualTo("orders:read stock:write");
    assertThat(claims.getStringClaim("sid")).isEqualTo(session.toString());
    assertThat(claims.getExpirationTime().toInstant()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
  }

  @Test
  void namesTypeAndAlgorithmInTheHeader() throws Exception {
    SignedJWT token = issue();
    assertThat(token.getHeader().getType()).isEqualTo(JOSEObjectType.JWT);
    assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
  }

  @Test
  void givesEveryTokenAnIdOfItsOwn() throws Exception {
    assertThat(issue().getJWTClaimsSet().getJWTID())
        .isNotEqualTo(issue().getJWTClaimsSet().getJWTID());
  }

  @Test
  void publishesNoPrivateKeyEvenIfTheFileHoldsOne() throws Exception {
    Files.writeString(folder.resolve("jwks.json"), new JWKSet(current).toString(false));
    assertThat(new PublicKeys(keys()).jwks())
        .contains("\"kid\":\"current\"")
        .doesNotContain(current.getPrivateExponent().toString());
  }

  @Test
  void refusesToStartWithASigningKeyThatNobodyCouldVerify() throws Exception {
    writeJwks(older);
    assertThatThrownBy(this::keys)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("jwks.json");
  }

  private SigningKeys keys() {
    return new SigningKeys(folder.toString(), Optional.empty(), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private AccessTokens tokens() {
    return new AccessTokens(keys(), "https://shop.example", Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private SignedJWT issue() throws Exception {
    return SignedJWT.parse(
        tokens().issue(vendor, "ada@example.org", Set.of("vendor", "customer"), session));
  }

  private void writePem(RSAKey key) throws Exception {
    String body =
        Base64.getMimeEncoder(64, new byte[] {'\n'})
            .encodeToString(key.toRSAPrivateKey().getEncoded());
    Files.writeString(
        folder.resolve("signing-key.pem"),
        "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
  }

  private void writeJwks(RSAKey... keys) throws Exception {
    Files.writeString(
        folder.resolve("jwks.json"), new JWKSet(java.util.List.of(keys)).toString(true));
  }
}
