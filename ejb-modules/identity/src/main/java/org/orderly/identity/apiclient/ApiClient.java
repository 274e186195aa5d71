package org.orderly.identity.apiclient;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.identity.token.OpaqueToken;
import org.orderly.kernel.UuidV7;

/** A program with a client id and a secret; an admin makes it, and revokes it for good. */
@Entity
@Table(name = "machine_client")
class ApiClient {

  @Id private UUID id;

  private String name;

  @Column(name = "secret_hash")
  private byte[] secretHash;

  private String scopes;

  @Column(name = "session_id")
  private UUID sessionId;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private @Nullable Instant expiresAt;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  protected ApiClient() {}

  /**
   * @param lifetime of the secret; {@code null} for one that does not expire
   */
  ApiClient(
      String name,
      OpaqueToken secret,
      Set<Scope> scopes,
      String createdBy,
      @Nullable Duration lifetime,
      Clock clock) {
    this.id = UuidV7.next();
    this.name = name;
    this.secretHash = secret.hash();
    this.scopes = String.join(" ", Scope.codes(scopes));
    this.sessionId = UuidV7.next();
    this.createdBy = createdBy;
    this.createdAt = clock.instant();
    this.expiresAt = lifetime == null ? null : createdAt.plus(lifetime);
  }

  /** Whether the secret is this API client's and still good; takes the same time either way. */
  boolean accepts(OpaqueToken secret, Clock clock) {
    boolean same = MessageDigest.isEqual(secretHash, secret.hash());
    return same && isActive(clock);
  }

  private boolean isActive(Clock clock) {
    return revokedAt == null && (expiresAt == null || expiresAt.isAfter(clock.instant()));
  }

  /** Says whether it was still in use; a second time changes nothing. */
  boolean revoke(Clock clock) {
    if (revokedAt != null) {
      return false;
    }
    revokedAt = clock.instant();
    return true;
  }

  UUID id() {
    return id;
  }

  UUID sessionId() {
    return sessionId;
  }

  Set<String> scopes() {
    return new TreeSet<>(Arrays.asList(scopes.split(" ")));
  }

  ApiClientView view() {
    return new ApiClientView(id, name, scopes(), createdAt, expiresAt, revokedAt);
  }
}
