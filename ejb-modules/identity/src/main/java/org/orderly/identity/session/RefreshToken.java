package org.orderly.identity.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.orderly.identity.token.OpaqueToken;
import org.orderly.kernel.UserId;

/** The right to continue a session for a week; known by the hash of the client's secret. */
@Entity
@Table(name = "refresh_token")
class RefreshToken {

  static final Duration LIFETIME = Duration.ofDays(7);

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

  protected RefreshToken() {}

  RefreshToken(OpaqueToken secret, UUID sessionId, UserId userId, Clock clock) {
    this.tokenHash = secret.hash();
    this.sessionId = sessionId;
    this.userId = userId.value();
    this.issuedAt = clock.instant();
    this.expiresAt = issuedAt.plus(LIFETIME);
  }

  Instant expiresAt() {
    return expiresAt;
  }
}
