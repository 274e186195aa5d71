package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.orderly.identity.audit.AuditLog;
import org.orderly.identity.event.EmailChanged;
import org.orderly.identity.link.InvalidLink;
import org.orderly.identity.link.LinkIssue;
import org.orderly.identity.link.LinkPurpose;
import org.orderly.identity.link.MailedLinkDetails;
import org.orderly.identity.link.MailedLinkTokens;
import org.orderly.identity.password.PasswordCheck;
import org.orderly.identity.password.WrongPassword;
import org.orderly.identity.person.EmailAddress;
import org.orderly.identity.person.UnknownUser;
import org.orderly.identity.token.OpaqueToken;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.Transactions;

/**
 * Changes the e-mail address of an account, once the owner of the old address and the owner of the
 * new one have both confirmed it by a mailed link.
 */
@ApplicationScoped
public class EmailChange {

  private static final Set<LinkPurpose> CONFIRMATIONS =
      Set.of(LinkPurpose.CONFIRM_OLD_EMAIL, LinkPurpose.CONFIRM_NEW_EMAIL);

  private final PasswordCheck passwords;
  private final Transactions transactions;
  private final UserRepository users;
  private final PendingEmailRepository pending;
  private final MailedLinkTokens mailedLinkTokens;
  private final LinkIssue issue;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  EmailChange(
      PasswordCheck passwords,
      Transactions transactions,
      UserRepository users,
      PendingEmailRepository pending,
      MailedLinkTokens mailedLinkTokens,
      LinkIssue issue,
      @Domain(IdentityDatabase.DOMAIN) Outbox outbox,
      AuditLog audit,
      Clock clock) {
    this.passwords = passwords;
    this.transactions = transactions;
    this.users = users;
    this.pending = pending;
    this.mailedLinkTokens = mailedLinkTokens;
    this.issue = issue;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The progress of a change.
   *
   * @param changed whether the account has the new address now; if not, the other link is still to
   *     be used
   */
  public record Progress(boolean changed) {}

  /**
   * Mails one link to each address, in a transaction of its own that begins after the slow password
   * check. A second request replaces the first.
   *
   * @throws InvalidValue if it is no address, or the account's own
   * @throws WrongPassword if the password is not the user's
   * @throws EmailTaken if another account has the address
   */
  public void request(UserId id, String email, String password) {
    EmailAddress wanted = EmailAddress.of(email);
    passwords.confirm(id, password);
    transactions.required(() -> mailLinks(id, wanted));
  }

  private void mailLinks(UserId id, EmailAddress wanted) {
    User user = users.locked(id).orElseThrow(() -> new UnknownUser(id));
    if (wanted.equals(user.email())) {
      throw new InvalidValue("email", "is the account's address already");
    }
    if (users.findByEmail(wanted.value()).isPresent()) {
      throw new EmailTaken();
    }
    mailedLinkTokens.closeAll(id, CONFIRMATIONS);
    pending.want(id, wanted, clock);
    issue.issue(LinkPurpose.CONFIRM_OLD_EMAIL, user.email(), Optional.of(id));
    issue.issue(LinkPurpose.CONFIRM_NEW_EMAIL, wanted, Optional.of(id));
    audit.record("email.change-requested", id.toString(), null, null);
  }

  /**
   * Uses one of the two links, in one transaction; the second one changes the address. Sessions go
   * on.
   *
   * @throws InvalidLink if the link does not work (any more)
   * @throws EmailTaken if another account took the address meanwhile; the link stays usable
   */
  public Progress confirm(String token) {
    OpaqueToken secret = new OpaqueToken(token);
    return transactions.required(() -> new Progress(confirm(secret)));
  }

  private boolean confirm(OpaqueToken secret) {
    MailedLinkDetails link =
        mailedLinkTokens.find(secret, CONFIRMATIONS).orElseThrow(InvalidLink::new);
    User user = link.owner().flatMap(users::locked).orElseThrow(InvalidLink::new);
    mailedLinkTokens.use(link.id());
    PendingEmail wanted =
        pending.of(user.id()).filter(change -> change.isOpen(clock)).orElseThrow(InvalidLink::new);
    boolean bothConfirmed = wanted.agree(link.purpose(), clock);
    if (bothConfirmed) {
      change(user, wanted);
    }
    return bothConfirmed;
  }

  private void change(User user, PendingEmail wanted) {
    user.moveTo(wanted.newEmail(), clock);
    users.flush();
    pending.remove(wanted);
    mailedLinkTokens.closeAll(user.id(), EnumSet.allOf(LinkPurpose.class));
    outbox.append(new EmailChanged(UuidV7.next(), clock.instant(), user.id()));
    audit.record("email.changed", user.id().toString(), null, null);
  }
}
