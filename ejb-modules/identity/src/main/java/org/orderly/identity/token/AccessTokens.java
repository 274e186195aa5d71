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

/**
 * Signs the tokens that let users and API clients in: JWTs with the claims of MicroProfile JWT,
 * RS256.
 */
@ApplicationScoped
public class AccessTokens {

  public static final Duration LIFETIME = Duration.ofMinutes(15);

  public static final Duration API_CLIENT_LIFETIME = Duration.ofMinutes(5);

  /** The group of every token that stands for no person. */
  public static final String API_CLIENT_GROUP = "api-client";

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
    return sign(claims(user.toString(), email, roles, sessionId, LIFETIME));
  }

  /**
   * A token of one API client, good for {@link #API_CLIENT_LIFETIME}.
   *
   * @param scopes what the API client may do, as codes
   */
  public String issueToApiClient(UUID clientId, Set<String> scopes, UUID sessionId) {
    String id = clientId.toString();
    return sign(
        claims(id, id, Set.of(API_CLIENT_GROUP), sessionId, API_CLIENT_LIFETIME)
            .claim("client_id", id)
            .claim("scope", String.join(" ", new TreeSet<>(scopes))));
  }

  private JWTClaimsSet.Builder claims(
      String subject, String name, Set<String> groups, UUID sessionId, Duration lifetime) {
    Instant now = clock.instant();
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .subject(subject)
        .claim("upn", name)
        .claim("groups", List.copyOf(new TreeSet<>(groups)))
        .claim("sid", sessionId.toString())
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(lifetime)));
  }

  private String sign(JWTClaimsSet.Builder claims) {
    return keys.signingKey().sign(claims.build());
  }
}
