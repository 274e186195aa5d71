package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.orderly.identity.audit.AuditLog;
import org.orderly.identity.consent.ConsentDocument;
import org.orderly.identity.consent.Consents;
import org.orderly.identity.link.LinkIssue;
import org.orderly.identity.link.LinkPurpose;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.Domain;

/** Stores a new user, tells of it and asks for a link to verify the address, or none of these. */
@ApplicationScoped
class Enrolment {

  private final UserRepository users;
  private final Consents consents;
  private final LinkIssue links;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  Enrolment(
      UserRepository users,
      Consents consents,
      LinkIssue links,
      @Domain(IdentityDatabase.DOMAIN) Outbox outbox,
      AuditLog audit,
      Clock clock) {
    this.users = users;
    this.consents = consents;
    this.links = links;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param agreed the documents that the user agreed to by registering
   */
  @Transactional
  void enrol(User user, Set<ConsentDocument> agreed) {
    users.add(user);
    outbox.append(new UserRegistered(UuidV7.next(), clock.instant(), user.id()));
    agreed.forEach(document -> consents.note(user.id(), document, true));
    if (!user.isVerified()) {
      links.issue(LinkPurpose.VERIFY_EMAIL, user.email());
    }
    Map<String, Object> facts = Map.of("roles", user.profile().roles(), "consents", agreed);
    audit.record("user.registered", user.id().toString(), null, facts);
  }
}
