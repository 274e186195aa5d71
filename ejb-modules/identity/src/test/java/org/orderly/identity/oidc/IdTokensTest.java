package org.orderly.identity.oidc;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class IdTokensTest {

  private static final Instant NOW = Instant.now().truncatedTo(SECONDS);
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final String ISSUER = "https://provider.example";
  private static final String NONCE = "the nonce of this sign-in";
  private static final IdentityProvider PROVIDER =
      new IdentityProvider("provider", ISSUER, "shop", "secret", false);

  private static RSAKey rsa;
  private static RSAKey strange;
  private static ECKey ec;
  private int asked;

  private final IdTokens idTokens =
      new IdTokens(
          new ProviderMetadataCache(
              new OidcEndpoints(null) {
                @Override
                ProviderMetadata metadata(IdentityProvider identityProvider) {
                  URI any = URI.create(ISSUER);
                  return new ProviderMetadata(any, any, any, Optional.empty(), true);
                }

                @Override
                JWKSet keys(IdentityProvider identityProvider, URI address) {
                  asked++;
                  return new JWKSet(List.of(rsa.toPublicJWK(), ec.toPublicJWK()));
                }
              },
              CLOCK),
          CLOCK);

  @BeforeAll
  static void makeKeys() throws Exception {
    rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
    strange = new RSAKeyGenerator(2048).keyID("rsa").generate();
    ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
  }

  @Test
  void takesTokensOfBothKindsOfKeys() throws Exception {
    assertThat(verified(token(good().build())).getSubject()).isEqualTo("grace");
    String elliptic = signed(JWSAlgorithm.ES256, "ec", new ECDSASigner(ec), good().build());
    assertThat(verified(elliptic).getSubject()).isEqualTo("grace");
  }

  @Test
  void takesATokenForSeveralThatSaysThatItIsOurs() throws Exception {
    JWTClaimsSet claims = good().audience(List.of("shop", "other")).claim("azp", "shop").build();
    assertThat(verified(token(claims)).getSubject()).isEqualTo("grace");
  }

  @TestFactory
  Stream<DynamicTest> refusesClaimsThatAreNotAsTheyShouldBe() {
    Map<String, UnaryOperator<JWTClaimsSet.Builder>> wrong =
        Map.ofEntries(
            Map.entry("another issuer", c -> c.issuer("https://evil.example")),
            Map.entry("no issuer", c -> c.issuer(null)),
            Map.entry("another audience", c -> c.audience("other")),
            Map.entry("several audiences", c -> c.audience(List.of("shop", "other"))),
            Map.entry("another party", c -> c.claim("azp", "other")),
            Map.entry("expired", c -> c.expirationTime(at(-61))),
            Map.entry("never expires", c -> c.expirationTime(null)),
            Map.entry("made later", c -> c.issueTime(at(180))),
            Map.entry("made long ago", c -> c.issueTime(at(-901))),
            Map.entry("made at no time", c -> c.issueTime(null)),
            Map.entry("not good yet", c -> c.notBeforeTime(at(61))),
            Map.entry("another nonce", c -> c.claim("nonce", "another")),
            Map.entry("no nonce", c -> c.claim("nonce", null)),
            Map.entry("nobody", c -> c.subject(null)),
            Map.entry("nobody's name", c -> c.subject("")));
    return wrong.entrySet().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.getKey(), () -> refused(token(one.getValue().apply(good()).build()))));
  }

  @Test
  void refusesSignaturesThatProveNothing() throws Exception {
    JWTClaimsSet claims = good().build();
    refused(signed(JWSAlgorithm.RS256, "rsa", new RSASSASigner(strange), claims));
    refused(new PlainJWT(claims).serialize());
    byte[] publicKey = rsa.toPublicKey().getEncoded();
    refused(signed(JWSAlgorithm.HS256, "rsa", new MACSigner(publicKey), claims));
    refused(signed(JWSAlgorithm.RS512, "rsa", new RSASSASigner(rsa), claims));
  }

  @Test
  void asksOnceForAKeyThatNobodyKnows() throws Exception {
    String unknown = signed(JWSAlgorithm.RS256, "unknown", new RSASSASigner(rsa), good().build());
    refused(unknown);
    refused(unknown);
    assertThat(asked).isEqualTo(1);
  }

  private JWTClaimsSet verified(String token) throws Exception {
    return idTokens.verified(PROVIDER, JWTParser.parse(token), NONCE);
  }

  private void refused(String token) {
    assertThatThrownBy(() -> verified(token))
        .isInstanceOfSatisfying(
            OidcSignInRefused.class, e -> assertThat(e.code()).isEqualTo("invalid-id-token"));
  }

  private static JWTClaimsSet.Builder good() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .subject("grace")
        .audience("shop")
        .claim("nonce", NONCE)
        .issueTime(at(-1))
        .expirationTime(at(300));
  }

  private static Date at(long seconds) {
    return Date.from(NOW.plusSeconds(seconds));
  }

  private static String token(JWTClaimsSet claims) throws Exception {
    return signed(JWSAlgorithm.RS256, "rsa", new RSASSASigner(rsa), claims);
  }

  private static String signed(
      JWSAlgorithm algorithm, String keyId, JWSSigner signer, JWTClaimsSet claims)
      throws Exception {
    SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
    token.sign(signer);
    return token.serialize();
  }
}
