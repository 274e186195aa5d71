package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.orderly.identity.audit.AuditLog;
import org.orderly.identity.link.MailedLinkTokens;
import org.orderly.identity.person.UnknownUser;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.Domain;

/** Erases what this domain knows about a person, and tells the others, in one transaction. */
@ApplicationScoped
class IdentityErasure {

  private final UserRepository users;
  private final MailedLinkTokens mailedLinkTokens;
  private final PendingEmailRepository pendingEmailRepository;
  private final Event<CredentialsChanged> changes;
  private final Event<UserErased> erasures;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  IdentityErasure(
      UserRepository users,
      MailedLinkTokens mailedLinkTokens,
      PendingEmailRepository pendingEmailRepository,
      Event<CredentialsChanged> changes,
      Event<UserErased> erasures,
      @Domain(IdentityDatabase.DOMAIN) Outbox outbox,
      AuditLog audit,
      Clock clock) {
    this.users = users;
    this.mailedLinkTokens = mailedLinkTokens;
    this.pendingEmailRepository = pendingEmailRepository;
    this.changes = changes;
    this.erasures = erasures;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  void forget(UserId id) {
    users.lockAdminSeats();
    User user = users.locked(id).orElseThrow(() -> new UnknownUser(id));
    if (user.isAdmin() && users.admins().size() == 1) {
      throw new LastAdmin();
    }
    changes.fire(CredentialsChanged.everywhere(id));
    mailedLinkTokens.deleteAll(id, user.email());
    pendingEmailRepository.of(id).ifPresent(pendingEmailRepository::remove);
    user.erase(clock);
    UserErased erased = new UserErased(UuidV7.next(), clock.instant(), id);
    erasures.fire(erased);
    outbox.append(erased);
    audit.record("user.erased", id.toString(), null, null);
  }
}
