package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.orderly.identity.audit.AuditLog;
import org.orderly.identity.link.InvalidLink;
import org.orderly.identity.link.LinkPurpose;
import org.orderly.identity.link.MailedLinkDetails;
import org.orderly.identity.link.MailedLinkTokens;
import org.orderly.identity.person.UnknownUser;
import org.orderly.identity.token.OpaqueToken;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.Domain;

/**
 * Takes a new password into use, in one transaction with all that follows from it: other sessions
 * end, links that were mailed before are closed, and the owner is told.
 */
@ApplicationScoped
class NewPassword {

  static final Set<LinkPurpose> RESET = Set.of(LinkPurpose.RESET_PASSWORD);

  /** A link to verify the address is no danger to whoever reads its mails. */
  private static final Set<LinkPurpose> CLOSED =
      EnumSet.complementOf(EnumSet.of(LinkPurpose.VERIFY_EMAIL));

  private final UserRepository users;
  private final MailedLinkTokens mailedLinkTokens;
  private final Outbox outbox;
  private final Event<CredentialsChanged> changes;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  NewPassword(
      UserRepository users,
      MailedLinkTokens mailedLinkTokens,
      @Domain(IdentityDatabase.DOMAIN) Outbox outbox,
      Event<CredentialsChanged> changes,
      AuditLog audit,
      Clock clock) {
    this.users = users;
    this.mailedLinkTokens = mailedLinkTokens;
    this.outbox = outbox;
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * By a mailed link, which shows the address to be the user's as well.
   *
   * @throws InvalidLink if the link does not work (any more)
   */
  @Transactional
  void byLink(OpaqueToken secret, String hash) {
    MailedLinkDetails link = mailedLinkTokens.find(secret, RESET).orElseThrow(InvalidLink::new);
    User user = link.owner().flatMap(users::locked).orElseThrow(InvalidLink::new);
    mailedLinkTokens.use(link.id());
    user.verifyEmail(clock);
    take(user, hash, Optional.empty(), "password.reset");
  }

  /** By the user, who goes on in the session in which they chose it. */
  @Transactional
  void byOwner(UserId id, String hash, Optional<UUID> session) {
    User user = users.locked(id).orElseThrow(() -> new UnknownUser(id));
    take(user, hash, session, "password.changed");
  }

  private void take(User user, String hash, Optional<UUID> keep, String action) {
    user.changePassword(hash);
    mailedLinkTokens.closeAll(user.id(), CLOSED);
    changes.fire(new CredentialsChanged(user.id(), keep));
    outbox.append(new PasswordChanged(UuidV7.next(), clock.instant(), user.id()));
    audit.record(action, user.id().toString(), null, null);
  }
}
