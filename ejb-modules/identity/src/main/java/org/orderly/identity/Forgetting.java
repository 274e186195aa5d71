package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.orderly.identity.audit.AuditLog;
import org.orderly.identity.link.Links;
import org.orderly.identity.person.UnknownUser;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.messaging.ForDomain;
import org.orderly.messaging.Outbox;

/** Erases what this domain knows about a person, and tells the others, in one transaction. */
@ApplicationScoped
class Forgetting {

  private final UserRepository users;
  private final Links links;
  private final PendingEmails pendingEmails;
  private final Event<CredentialsChanged> changes;
  private final Event<UserErased> erasures;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  Forgetting(
      UserRepository users,
      Links links,
      PendingEmails pendingEmails,
      Event<CredentialsChanged> changes,
      Event<UserErased> erasures,
      @ForDomain(IdentityDatabase.DOMAIN) Outbox outbox,
      AuditLog audit,
      Clock clock) {
    this.users = users;
    this.links = links;
    this.pendingEmails = pendingEmails;
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
    links.deleteAll(id, user.email());
    pendingEmails.of(id).ifPresent(pendingEmails::remove);
    user.erase(clock);
    UserErased erased = new UserErased(UuidV7.next(), clock.instant(), id);
    erasures.fire(erased);
    outbox.append(erased);
    audit.record("user.erased", id.toString(), null, null);
  }
}
