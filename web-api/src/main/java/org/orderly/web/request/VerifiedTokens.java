package org.orderly.web.request;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.orderly.platform.crypto.Sha256;

/**
 * Cache of bearer tokens whose signature and claims the server has verified, so that a token that
 * comes with every request is not verified each time.
 *
 * <p>An entry counts for {@link #LIFETIME} and never beyond the token's own end; a key that was
 * withdrawn counts that much longer. Tokens are known by their SHA-256 alone. Whether a session has
 * ended is asked apart ({@link SessionFilter}).
 */
final class VerifiedTokens {

  /** How long a token is not verified again. */
  static final Duration LIFETIME = Duration.ofSeconds(5);

  private static final int MOST = 4_000;

  private final Clock clock;
  private final Map<String, VerifiedToken> tokens = new ConcurrentHashMap<>();

  /**
   * A token that was verified.
   *
   * @param session as in the claim {@code sid}
   * @param until when it must be verified again
   */
  record VerifiedToken(
      Principal principal, Set<String> groups, Optional<UUID> session, Instant until) {

    /** Attribute of a request that holds its token. */
    static final String ATTRIBUTE = VerifiedToken.class.getName();
  }

  VerifiedTokens(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param digest of the token
   */
  Optional<VerifiedToken> find(String digest) {
    VerifiedToken token = tokens.get(digest);
    if (token != null && !clock.instant().isBefore(token.until())) {
      tokens.remove(digest, token);
      return Optional.empty();
    }
    return Optional.ofNullable(token);
  }

  /** Keeps a token that the server has just verified. */
  VerifiedToken add(String digest, JsonWebToken token, Set<String> groups) {
    Instant now = clock.instant();
    Instant end = Instant.ofEpochSecond(token.getExpirationTime());
    Instant again = now.plus(LIFETIME);
    VerifiedToken verified =
        new VerifiedToken(
            token, Set.copyOf(groups), Caller.sessionOf(token), again.isBefore(end) ? again : end);
    if (tokens.size() >= MOST) {
      tokens.values().removeIf(old -> !now.isBefore(old.until()));
    }
    if (tokens.size() < MOST) {
      tokens.put(digest, verified);
    }
    return verified;
  }

  int size() {
    return tokens.size();
  }

  /**
   * @param authorization the value of the header, or null
   * @return the digest of its bearer token; empty if it has none
   */
  static Optional<String> digest(String authorization) {
    if (authorization == null || !authorization.startsWith("Bearer ")) {
      return Optional.empty();
    }
    return Optional.of(new String(Sha256.of(authorization), StandardCharsets.ISO_8859_1));
  }
}
