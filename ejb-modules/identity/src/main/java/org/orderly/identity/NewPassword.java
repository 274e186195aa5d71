package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.orderly.identity.audit.AuditLog;
import org.orderly.identity.event.CredentialsChanged;
import org.orderly.identity.event.PasswordChanged;
import org.orderly.identity.link.LinkPurpose;
import org.orderly.identity.link.MailedLinkTokens;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.Domain;

/**
 * Replaces a user's password in the caller's transaction, with all that follows: other sessions
 * end, links that were mailed before are closed, and the owner is notified.
 */
@ApplicationScoped
class NewPassword {

  /** A link that verifies the address gives no access to the account, so it stays open. */
  private static final Set<LinkPurpose> CLOSED =
      EnumSet.complementOf(EnumSet.of(LinkPurpose.VERIFY_EMAIL));

  private final MailedLinkTokens mailedLinkTokens;
  private final Outbox outbox;
  private final Event<CredentialsChanged> changes;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  NewPassword(
      MailedLinkTokens mailedLinkTokens,
      @Domain(IdentityDatabase.DOMAIN) Outbox outbox,
      Event<CredentialsChanged> changes,
      AuditLog audit,
      Clock clock) {
    this.mailedLinkTokens = mailedLinkTokens;
    this.outbox = outbox;
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param keep the session that goes on, if any
   * @param action the name of the audit log's entry
   */
  void replace(User user, String hash, Optional<UUID> keep, String action) {
    user.changePassword(hash);
    mailedLinkTokens.closeAll(user.id(), CLOSED);
    changes.fire(new CredentialsChanged(user.id(), keep));
    outbox.append(new PasswordChanged(UuidV7.next(), clock.instant(), user.id()));
    audit.record(action, user.id().toString(), null, null);
  }
}
