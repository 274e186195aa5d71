package org.orderly.identity.link;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.identity.person.EmailAddress;
import org.orderly.identity.token.OpaqueToken;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.request.RequestContext;

/**
 * A link that opens something once, for whoever reads the mails of an address.
 *
 * <p>First only asked for; then mailed, when it learns whose it is and the hash of its secret; in
 * the end closed, by its use or by a later link. Expires by itself.
 */
@Entity
@Table(name = "mailed_link")
class MailedLink {

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private LinkPurpose purpose;

  @Column(name = "user_id")
  private @Nullable UUID userId;

  private String email;

  @Column(name = "token_hash")
  private byte @Nullable [] tokenHash;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  @Column(name = "asked_from")
  private String askedFrom;

  @Column(name = "request_id")
  private String requestId;

  protected MailedLink() {}

  /**
   * Asked for by the request that this thread serves.
   *
   * @param owner whose it is, as far as that is known
   */
  MailedLink(
      LinkPurpose purpose,
      EmailAddress email,
      Optional<UserId> owner,
      Duration lifetime,
      Clock clock) {
    this.id = UuidV7.next();
    this.purpose = purpose;
    this.userId = owner.map(UserId::value).orElse(null);
    this.email = email.value();
    this.createdAt = clock.instant();
    this.expiresAt = createdAt.plus(lifetime);
    this.askedFrom = RequestContext.current().address();
    this.requestId = RequestContext.current().requestId();
  }

  /**
   * Gives the link its owner and a new secret, in place of any before.
   *
   * @throws InvalidLink if it is closed or expired
   */
  OpaqueToken mint(UserId owner, Clock clock) {
    requireOpen(clock);
    OpaqueToken secret = OpaqueToken.generate();
    userId = owner.value();
    tokenHash = secret.hash();
    return secret;
  }

  /**
   * Uses the link up.
   *
   * @throws InvalidLink if it is closed or expired
   */
  void use(Clock clock) {
    requireOpen(clock);
    close(clock);
  }

  void close(Clock clock) {
    closedAt = clock.instant();
  }

  boolean isOpen(Clock clock) {
    return closedAt == null && clock.instant().isBefore(expiresAt);
  }

  MailedLinkDetails found(Clock clock) {
    RequestContext requestContext =
        new RequestContext(RequestContext.ANONYMOUS, askedFrom, requestId, "");
    return new MailedLinkDetails(id, purpose, owner(), email(), isOpen(clock), requestContext);
  }

  UUID id() {
    return id;
  }

  LinkPurpose purpose() {
    return purpose;
  }

  EmailAddress email() {
    return new EmailAddress(email);
  }

  boolean isMinted() {
    return tokenHash != null;
  }

  /** Whose it is, which is known once it is mailed. */
  Optional<UserId> owner() {
    return Optional.ofNullable(userId).map(UserId::new);
  }

  private void requireOpen(Clock clock) {
    if (!isOpen(clock)) {
      throw new InvalidLink();
    }
  }
}
