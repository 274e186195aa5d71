package org.orderly.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orderly.kernel.UserId;

/** Signs the tokens that let a user in: JWTs with the claims of MicroProfile JWT, RS256. */
@ApplicationScoped
public class AccessTokens {

  public static final Duration LIFETIME = Duration.ofMinutes(15);

  private final JWSHeader header;
  private final JWSSigner signer;
  private final String issuer;
  private final Clock clock;

  @Inject
  AccessTokens(
      SigningKeys keys,
      @ConfigProperty(name = "orderly.jwt.issuer", defaultValue = "https://orderly.local")
          String issuer,
      Clock clock)
      throws JOSEException {
    this.header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(JOSEObjectType.JWT)
            .keyID(keys.signingKey().getKeyID())
            .build();
    this.signer = new RSASSASigner(keys.signingKey());
    this.issuer = issuer;
    this.clock = clock;
  }

  /**
   * A token of one user in one session, good for {@link #LIFETIME}.
   *
   * @param roles what the user may do, as codes
   */
  public String issue(UserId user, String email, Set<String> roles, UUID sessionId) {
    Instant now = clock.instant();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .subject(user.toString())
            .claim("upn", email)
            .claim("groups", List.copyOf(new TreeSet<>(roles)))
            .claim("sid", sessionId.toString())
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFETIME)))
            .build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("the signing key does not sign", e);
    }
    return token.serialize();
  }
}
