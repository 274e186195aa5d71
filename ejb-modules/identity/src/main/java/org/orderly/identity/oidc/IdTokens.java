package org.orderly.identity.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;

/**
 * Checks what a provider says about who signs in (OpenID Connect Core 1.0, 3.1.3.7). The rules of
 * the standard are the library's; what is checked here beside them is said at each.
 */
@ApplicationScoped
class IdTokens {

  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

  /** How far clocks may differ. */
  private static final Duration LEEWAY = Duration.ofSeconds(60);

  /** It was made for this sign-in, which ends after ten minutes. */
  private static final Duration OLDEST = Duration.ofMinutes(15);

  private final ProviderMetadataCache memory;
  private final Clock clock;

  @Inject
  IdTokens(ProviderMetadataCache memory, Clock clock) {
    this.memory = memory;
    this.clock = clock;
  }

  /**
   * The claims of a token that is signed by the provider, for us, now and for this very sign-in.
   *
   * @throws OidcSignInRefused if any of that is not so
   * @throws IdentityProviderUnavailable if the provider's keys cannot be had
   */
  JWTClaimsSet verified(IdentityProvider identityProvider, JWT token, String nonce) {
    try {
      JWTClaimsSet claims =
          validator(identityProvider).validate(token, new Nonce(nonce)).toJWTClaimsSet();
      requireOneParty(identityProvider, claims);
      requireOfNow(claims);
      String subject = claims.getSubject();
      require(!subject.isEmpty() && subject.length() <= 255, "sub");
      return claims;
    } catch (BadJOSEException e) {
      throw OidcSignInRefused.badToken(e.getMessage());
    } catch (ParseException | JOSEException | com.nimbusds.oauth2.sdk.ParseException e) {
      throw OidcSignInRefused.badToken("it cannot be read");
    }
  }

  private IDTokenValidator validator(IdentityProvider identityProvider) {
    IDTokenValidator validator =
        new IDTokenValidator(
            new Issuer(identityProvider.issuer()),
            new ClientID(identityProvider.clientId()),
            new JWSVerificationKeySelector<>(
                ALGORITHMS, (selector, context) -> keys(identityProvider, selector)),
            null);
    validator.setMaxClockSkew((int) LEEWAY.toSeconds());
    return validator;
  }

  /** The one key that the token names; without a name only if there is no choice. */
  private List<JWK> keys(IdentityProvider identityProvider, JWKSelector selector) {
    Set<String> names = selector.getMatcher().getKeyIDs();
    String name = names == null ? null : names.iterator().next();
    List<JWK> keys = selector.select(memory.keys(identityProvider, name));
    return keys.size() == 1 ? keys : List.of();
  }

  /** The library takes a token for several clients that does not say for which it was made. */
  private static void requireOneParty(IdentityProvider identityProvider, JWTClaimsSet claims)
      throws ParseException {
    String party = claims.getStringClaim("azp");
    require(
        party == null
            ? claims.getAudience().size() == 1
            : party.equals(identityProvider.clientId()),
        "azp");
  }

  /** The library does not look at the age of a token, nor at its begin. */
  private void requireOfNow(JWTClaimsSet claims) {
    Instant now = clock.instant();
    Date made = claims.getIssueTime();
    require(made != null && made.toInstant().plus(OLDEST).isAfter(now), "iat");
    Date from = claims.getNotBeforeTime();
    require(from == null || from.toInstant().minus(LEEWAY).isBefore(now), "nbf");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw OidcSignInRefused.badToken(what);
    }
  }
}
