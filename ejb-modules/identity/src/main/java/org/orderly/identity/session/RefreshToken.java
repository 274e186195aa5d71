package org.orderly.identity.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.identity.token.OpaqueToken;

/**
 * A refresh token: continues a session, once; known by the hash of the client's secret.
 *
 * <p>Used ones are kept until they expire: one that comes again was stolen.
 */
@Entity
@Table(name = "refresh_token")
class RefreshToken {

  @Id
  @Column(name = "token_hash")
  private byte[] tokenHash;

  @Column(name = "session_id")
  private UUID sessionId;

  @Column(name = "user_id")
  private UUID userId;

  @Column(name = "issued_at")
  private Instant issuedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "used_at")
  private @Nullable Instant usedAt;

  protected RefreshToken() {}

  RefreshToken(OpaqueToken secret, Session session, Clock clock) {
    this.tokenHash = secret.hash();
    this.sessionId = session.id();
    this.userId = session.user().value();
    this.issuedAt = clock.instant();
    this.expiresAt = session.expiresAt();
  }

  void use(Clock clock) {
    usedAt = clock.instant();
  }

  boolean isUsed() {
    return usedAt != null;
  }

  boolean isExpired(Clock clock) {
    return !clock.instant().isBefore(expiresAt);
  }

  UUID sessionId() {
    return sessionId;
  }
}
