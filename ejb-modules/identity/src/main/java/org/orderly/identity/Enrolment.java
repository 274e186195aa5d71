package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import org.orderly.identity.audit.AuditLog;
import org.orderly.kernel.UuidV7;
import org.orderly.messaging.ForDomain;
import org.orderly.messaging.Outbox;

/** Stores a new user, tells of it and asks for a link to verify the address, or none of these. */
@ApplicationScoped
class Enrolment {

  private final UserRepository users;
  private final LinkIssue links;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  Enrolment(
      UserRepository users,
      LinkIssue links,
      @ForDomain(IdentityDatabase.DOMAIN) Outbox outbox,
      AuditLog audit,
      Clock clock) {
    this.users = users;
    this.links = links;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param action what the audit log calls it
   */
  @Transactional
  void enrol(User user, String action) {
    users.add(user);
    outbox.append(new UserRegistered(UuidV7.next(), clock.instant(), user.id()));
    if (!user.isVerified()) {
      links.issue(LinkPurpose.VERIFY_EMAIL, user.email());
    }
    audit.record(action, user.id().toString(), null, Map.of("roles", user.profile().roles()));
  }
}
