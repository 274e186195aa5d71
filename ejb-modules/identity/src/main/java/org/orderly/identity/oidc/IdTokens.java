package org.orderly.identity.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;

/** Checks what a provider says about who signs in (OpenID Connect Core 1.0, 3.1.3.7). */
@ApplicationScoped
class IdTokens {

  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

  /** How far clocks may differ. */
  private static final Duration LEEWAY = Duration.ofSeconds(60);

  /** It was made for this sign-in, which ends after ten minutes. */
  private static final Duration OLDEST = Duration.ofMinutes(15);

  private final ProviderMemory memory;
  private final Clock clock;

  @Inject
  IdTokens(ProviderMemory memory, Clock clock) {
    this.memory = memory;
    this.clock = clock;
  }

  /**
   * The claims of a token that is signed by the provider, for us, now and for this very sign-in.
   *
   * @throws LoginRefused if any of that is not so
   * @throws ProviderUnavailable if the provider's keys cannot be had
   */
  JWTClaimsSet verified(Provider provider, String idToken, String nonce) {
    try {
      SignedJWT token = SignedJWT.parse(idToken);
      requireSignature(provider, token);
      JWTClaimsSet claims = token.getJWTClaimsSet();
      requireForUs(provider, claims);
      requireOfNow(claims);
      require(isSame(nonce, claims.getStringClaim("nonce")), "nonce");
      String subject = claims.getSubject();
      require(subject != null && !subject.isEmpty() && subject.length() <= 255, "sub");
      return claims;
    } catch (ParseException | JOSEException e) {
      throw LoginRefused.badToken("it cannot be read");
    }
  }

  private void requireSignature(Provider provider, SignedJWT token) throws JOSEException {
    JWSHeader header = token.getHeader();
    require(ALGORITHMS.contains(header.getAlgorithm()), "alg");
    List<JWK> keys = candidates(memory.keys(provider, header.getKeyID()), header);
    // without a name only if there is no choice
    require(keys.size() == 1, "kid");
    require(token.verify(verifier(keys.get(0))), "signature");
  }

  private static List<JWK> candidates(JWKSet keys, JWSHeader header) {
    return new JWKSelector(JWKMatcher.forJWSHeader(header)).select(keys);
  }

  private static JWSVerifier verifier(JWK key) throws JOSEException {
    return key.getKeyType().equals(KeyType.EC)
        ? new ECDSAVerifier(key.toECKey().toECPublicKey())
        : new RSASSAVerifier(key.toRSAKey().toRSAPublicKey());
  }

  private static void requireForUs(Provider provider, JWTClaimsSet claims) throws ParseException {
    require(provider.issuer().equals(claims.getIssuer()), "iss");
    List<String> audience = claims.getAudience();
    require(audience.contains(provider.clientId()), "aud");
    String party = claims.getStringClaim("azp");
    require(party == null ? audience.size() == 1 : party.equals(provider.clientId()), "azp");
  }

  private void requireOfNow(JWTClaimsSet claims) {
    Instant now = clock.instant();
    Date end = claims.getExpirationTime();
    require(end != null && end.toInstant().plus(LEEWAY).isAfter(now), "exp");
    Date made = claims.getIssueTime();
    require(
        made != null
            && made.toInstant().minus(LEEWAY).isBefore(now)
            && made.toInstant().plus(OLDEST).isAfter(now),
        "iat");
    Date from = claims.getNotBeforeTime();
    require(from == null || from.toInstant().minus(LEEWAY).isBefore(now), "nbf");
  }

  private static boolean isSame(String expected, String given) {
    return given != null && MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw LoginRefused.badToken(what);
    }
  }
}
