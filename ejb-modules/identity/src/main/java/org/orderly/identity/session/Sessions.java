package org.orderly.identity.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.orderly.identity.Users;
import org.orderly.identity.audit.AuditLog;
import org.orderly.identity.event.CredentialsChanged;
import org.orderly.identity.person.UserProfile;
import org.orderly.identity.token.AccessTokens;
import org.orderly.identity.token.OpaqueToken;
import org.orderly.identity.twofactor.AdminRule;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.request.RequestContext;

/**
 * Opens, continues and ends sessions.
 *
 * <p>Each call is a transaction of its own, or part of the caller's on the identity database. What
 * has ended is denied everywhere as soon as that transaction commits.
 */
@ApplicationScoped
public class Sessions {

  private final SessionRepository sessions;
  private final Users users;
  private final AdminRule adminRule;
  private final AccessTokens accessTokens;
  private final RevokedSessions revokedSessions;
  private final AuditLog auditLog;
  private final Outbox outbox;
  private final int most;
  private final Clock clock;

  /**
   * @param most how many sessions a user may have at once
   */
  @Inject
  Sessions(
      SessionRepository sessions,
      Users users,
      AdminRule adminRule,
      AccessTokens accessTokens,
      RevokedSessions revokedSessions,
      AuditLog auditLog,
      @Domain("identity") Outbox outbox,
      @ConfigProperty(name = "orderly.sessions.per.user", defaultValue = "5") int most,
      Clock clock) {
    this.sessions = sessions;
    this.users = users;
    this.adminRule = adminRule;
    this.accessTokens = accessTokens;
    this.revokedSessions = revokedSessions;
    this.auditLog = auditLog;
    this.outbox = outbox;
    this.most = Math.max(1, most);
    this.clock = clock;
  }

  /**
   * Begins a session of a user who has proved to be who they are; the oldest ends if there would be
   * too many.
   *
   * @throws InvalidCredentials if the account has gone meanwhile
   */
  @Transactional
  public Tokens open(UserId userId) {
    sessions.lockSessionsOf(userId);
    UserProfile user = users.find(userId).orElseThrow(InvalidCredentials::new);
    List<Session> live = sessions.lockedLive(userId, clock.instant());
    end(live.subList(0, Math.max(0, live.size() - most + 1)), EndReason.REPLACED);
    Session session = new Session(userId, clock);
    sessions.add(session);
    Tokens tokens = tokens(session, user);
    note("session.opened", session, null);
    return tokens;
  }

  /**
   * Continues a session: new tokens for a refresh token that was never used. One that was ends the
   * session, since two hold it; that is committed, and its owner is told.
   *
   * @throws InvalidRefreshToken if it gives no right to go on
   */
  @Transactional(dontRollbackOn = InvalidRefreshToken.class)
  public Tokens refresh(String refreshToken) {
    OpaqueToken secret = new OpaqueToken(refreshToken);
    Session session = locked(secret);
    RefreshToken token = sessions.current(secret);
    if (token.isUsed()) {
      endReused(session);
      throw new InvalidRefreshToken();
    }
    if (!session.isLive(clock) || token.isExpired(clock)) {
      throw new InvalidRefreshToken();
    }
    UserProfile user = users.find(session.user()).orElseThrow(InvalidRefreshToken::new);
    token.use(clock);
    session.use(clock);
    return tokens(session, user);
  }

  /** The live sessions of a user, oldest first. */
  public List<SessionView> of(UserId user, @Nullable UUID current) {
    return sessions.live(user, clock.instant()).stream().map(s -> s.view(current)).toList();
  }

  /** All sessions of a user that are kept, also those that are over, oldest first. */
  public List<SessionView> all(UserId user) {
    return sessions.all(user).stream().map(s -> s.view(null)).toList();
  }

  /**
   * Ends one session of a user.
   *
   * @throws UnknownSession if it is not theirs, or over already
   */
  @Transactional
  public void end(UserId user, UUID id) {
    Session session =
        sessions
            .locked(id)
            .filter(found -> found.user().equals(user) && found.isLive(clock))
            .orElseThrow(UnknownSession::new);
    end(List.of(session), EndReason.SIGNED_OUT);
  }

  /** Ends the session that a token names; idempotent. */
  @Transactional
  public void signOut(UUID id) {
    sessions
        .locked(id)
        .filter(session -> session.isLive(clock))
        .ifPresentOrElse(
            session -> end(List.of(session), EndReason.SIGNED_OUT), () -> revokedSessions.deny(id));
  }

  /**
   * Ends the session that a refresh token belongs to; for who has no access token any more.
   * Idempotent.
   *
   * @throws InvalidRefreshToken if there is no such token
   */
  @Transactional
  public void endBy(String refreshToken) {
    Session session = locked(new OpaqueToken(refreshToken));
    if (session.isLive(clock)) {
      end(List.of(session), EndReason.SIGNED_OUT);
    }
  }

  /** Ends all sessions of a user, but perhaps one; idempotent. */
  @Transactional
  public void endAll(UserId user, Optional<UUID> keep) {
    endAll(user, keep, EndReason.SIGNED_OUT);
  }

  void endWhatBeganOtherwise(@Observes CredentialsChanged change) {
    endAll(change.user(), change.keepSession(), EndReason.CREDENTIALS_CHANGED);
  }

  private void endAll(UserId user, Optional<UUID> keep, EndReason reason) {
    sessions.lockSessionsOf(user);
    List<Session> live = sessions.lockedLive(user, clock.instant());
    end(live.stream().filter(s -> !keep.equals(Optional.of(s.id()))).toList(), reason);
  }

  private Session locked(OpaqueToken secret) {
    return sessions
        .sessionOf(secret)
        .flatMap(sessions::locked)
        .orElseThrow(InvalidRefreshToken::new);
  }

  private void endReused(Session session) {
    if (session.isLive(clock)) {
      end(List.of(session), EndReason.TOKEN_REUSED);
      outbox.append(
          new RefreshTokenReused(
              UuidV7.next(),
              clock.instant(),
              session.user(),
              session.id(),
              RequestContext.current().address()));
    }
  }

  private void end(Collection<Session> ending, EndReason reason) {
    for (Session session : ending) {
      session.end(reason, clock);
      revokedSessions.deny(session.id());
      note("session.ended", session, reason);
    }
  }

  private void note(String action, Session session, @Nullable EndReason reason) {
    Map<String, Object> facts = new LinkedHashMap<>(Map.of("session", session.id()));
    if (reason != null) {
      facts.put("reason", reason);
    }
    auditLog.record(action, session.user().toString(), null, facts);
  }

  private Tokens tokens(Session session, UserProfile user) {
    OpaqueToken secret = OpaqueToken.generate();
    sessions.add(new RefreshToken(secret, session, clock));
    return new Tokens(
        accessTokens.issue(
            user.id(), user.email(), adminRule.granted(user.id(), user.roles()), session.id()),
        secret.text(),
        "Bearer",
        AccessTokens.LIFETIME.toSeconds());
  }
}
