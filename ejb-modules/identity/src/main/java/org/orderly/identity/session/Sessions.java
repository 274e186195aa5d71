package org.orderly.identity.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.orderly.identity.UserProfile;
import org.orderly.identity.Users;
import org.orderly.identity.token.AccessTokens;
import org.orderly.identity.token.OpaqueToken;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;

/** Opens sessions. A session lives as long as one of its refresh tokens. */
@ApplicationScoped
class Sessions {

  private final Users users;
  private final AccessTokens accessTokens;
  private final Clock clock;

  @PersistenceContext(unitName = "identity")
  private EntityManager em;

  @Inject
  Sessions(Users users, AccessTokens accessTokens, Clock clock) {
    this.users = users;
    this.accessTokens = accessTokens;
    this.clock = clock;
  }

  /**
   * Begins a session of a user who has proved to be who they are.
   *
   * @throws InvalidCredentials if the account has gone meanwhile
   */
  @Transactional
  Tokens open(UserId userId) {
    UserProfile user = users.find(userId).orElseThrow(InvalidCredentials::new);
    UUID sessionId = UuidV7.next();
    OpaqueToken secret = OpaqueToken.generate();
    em.persist(new RefreshToken(secret, sessionId, userId, clock));
    return new Tokens(
        accessTokens.issue(user.id(), user.email(), user.roles(), sessionId),
        secret.text(),
        "Bearer",
        AccessTokens.LIFETIME.toSeconds());
  }
}
