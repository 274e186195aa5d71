package org.orderly.identity.token;

import com.nimbusds.jwt.JWTClaimsSet;
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

  private final SigningKeys keys;
  private final String issuer;
  private final Clock clock;

  @Inject
  AccessTokens(
      SigningKeys keys,
      @ConfigProperty(name = "orderly.jwt.issuer", defaultValue = "https://orderly.local")
          String issuer,
      Clock clock) {
    this.keys = keys;
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
    return keys.signingKey().sign(claims);
  }
}
