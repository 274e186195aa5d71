package org.orderly.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.identity.link.LinkPurpose;
import org.orderly.identity.person.EmailAddress;
import org.orderly.kernel.UserId;

/** A new e-mail address that a user wants, until the owners of both addresses have agreed. */
@Entity
@Table(name = "email_change")
class PendingEmail {

  private static final Duration LIFETIME = Duration.ofHours(24);

  @Id
  @Column(name = "user_id")
  private UUID userId;

  @Column(name = "new_email")
  private String newEmail;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "old_confirmed_at")
  private @Nullable Instant oldConfirmedAt;

  @Column(name = "new_confirmed_at")
  private @Nullable Instant newConfirmedAt;

  protected PendingEmail() {}

  PendingEmail(UserId user, EmailAddress email, Clock clock) {
    this.userId = user.value();
    this.newEmail = email.value();
    this.expiresAt = clock.instant().plus(LIFETIME);
  }

  /** Begins anew, with nobody's agreement. */
  void want(EmailAddress email, Clock clock) {
    newEmail = email.value();
    expiresAt = clock.instant().plus(LIFETIME);
    oldConfirmedAt = null;
    newConfirmedAt = null;
  }

  /**
   * Notes that whoever reads the mails of one of the addresses agrees.
   *
   * @return whether both have agreed now
   */
  boolean agree(LinkPurpose purpose, Clock clock) {
    if (purpose == LinkPurpose.CONFIRM_OLD_EMAIL) {
      oldConfirmedAt = clock.instant();
    } else {
      newConfirmedAt = clock.instant();
    }
    return oldConfirmedAt != null && newConfirmedAt != null;
  }

  boolean isOpen(Clock clock) {
    return clock.instant().isBefore(expiresAt);
  }

  EmailAddress newEmail() {
    return new EmailAddress(newEmail);
  }
}
