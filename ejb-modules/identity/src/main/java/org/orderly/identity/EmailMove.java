package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.orderly.identity.audit.AuditLog;
import org.orderly.identity.link.InvalidLink;
import org.orderly.identity.link.LinkIssue;
import org.orderly.identity.link.LinkPurpose;
import org.orderly.identity.link.MailedLinkDetails;
import org.orderly.identity.link.MailedLinkTokens;
import org.orderly.identity.person.EmailAddress;
import org.orderly.identity.person.UnknownUser;
import org.orderly.identity.token.OpaqueToken;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.Domain;

/** Moves an account to another e-mail address, in steps that are a transaction each. */
@ApplicationScoped
class EmailMove {

  private static final Set<LinkPurpose> AGREEMENTS =
      Set.of(LinkPurpose.CONFIRM_OLD_EMAIL, LinkPurpose.CONFIRM_NEW_EMAIL);

  private final UserRepository users;
  private final PendingEmailRepository pending;
  private final MailedLinkTokens mailedLinkTokens;
  private final LinkIssue issue;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  EmailMove(
      UserRepository users,
      PendingEmailRepository pending,
      MailedLinkTokens mailedLinkTokens,
      LinkIssue issue,
      @Domain(IdentityDatabase.DOMAIN) Outbox outbox,
      AuditLog audit,
      Clock clock) {
    this.users = users;
    this.pending = pending;
    this.mailedLinkTokens = mailedLinkTokens;
    this.issue = issue;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** Asks both owners; what was asked before no longer counts. */
  @Transactional
  void begin(UserId id, EmailAddress email) {
    User user = users.locked(id).orElseThrow(() -> new UnknownUser(id));
    if (email.equals(user.email())) {
      throw new InvalidValue("email", "is the account's address already");
    }
    if (users.findByEmail(email.value()).isPresent()) {
      throw new EmailTaken();
    }
    mailedLinkTokens.closeAll(id, AGREEMENTS);
    pending.want(id, email, clock);
    issue.issue(LinkPurpose.CONFIRM_OLD_EMAIL, user.email(), Optional.of(id));
    issue.issue(LinkPurpose.CONFIRM_NEW_EMAIL, email, Optional.of(id));
    audit.record("email.change-requested", id.toString(), null, null);
  }

  /** Takes one owner's agreement, and moves the account if it is the second. */
  @Transactional
  boolean agree(OpaqueToken secret) {
    MailedLinkDetails link =
        mailedLinkTokens.find(secret, AGREEMENTS).orElseThrow(InvalidLink::new);
    User user = link.owner().flatMap(users::locked).orElseThrow(InvalidLink::new);
    mailedLinkTokens.use(link.id());
    PendingEmail wanted =
        pending.of(user.id()).filter(change -> change.isOpen(clock)).orElseThrow(InvalidLink::new);
    boolean agreed = wanted.agree(link.purpose(), clock);
    if (agreed) {
      move(user, wanted);
    }
    return agreed;
  }

  private void move(User user, PendingEmail wanted) {
    user.moveTo(wanted.newEmail(), clock);
    users.flush();
    pending.remove(wanted);
    mailedLinkTokens.closeAll(user.id(), EnumSet.allOf(LinkPurpose.class));
    outbox.append(new EmailChanged(UuidV7.next(), clock.instant(), user.id()));
    audit.record("email.changed", user.id().toString(), null, null);
  }
}
