package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import org.orderly.identity.audit.AuditLog;
import org.orderly.identity.link.InvalidLink;
import org.orderly.identity.link.LinkPurpose;
import org.orderly.identity.link.MailedLinkDetails;
import org.orderly.identity.link.MailedLinkTokens;
import org.orderly.identity.token.OpaqueToken;

/** Takes the proof that an address is its owner's. */
@ApplicationScoped
public class EmailVerification {

  private static final Set<LinkPurpose> PURPOSE = Set.of(LinkPurpose.VERIFY_EMAIL);

  private final MailedLinkTokens mailedLinkTokens;
  private final UserRepository users;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  EmailVerification(
      MailedLinkTokens mailedLinkTokens, UserRepository users, AuditLog audit, Clock clock) {
    this.mailedLinkTokens = mailedLinkTokens;
    this.users = users;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Uses up a link that was mailed for it, in one transaction; of two uses at once one counts.
   *
   * @throws InvalidLink if the link does not work, or the account has another address by now
   */
  @Transactional
  public void verify(String token) {
    MailedLinkDetails link =
        mailedLinkTokens.find(new OpaqueToken(token), PURPOSE).orElseThrow(InvalidLink::new);
    User user =
        link.owner()
            .flatMap(users::locked)
            .filter(owner -> owner.email().equals(link.email()))
            .orElseThrow(InvalidLink::new);
    mailedLinkTokens.use(link.id());
    user.verifyEmail(clock);
    mailedLinkTokens.closeAll(user.id(), PURPOSE);
    audit.record("email.verified", user.id().toString(), null, null);
  }
}
