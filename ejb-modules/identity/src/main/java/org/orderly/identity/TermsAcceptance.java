package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.orderly.identity.audit.AuditLog;
import org.orderly.identity.consent.ConsentDocument;
import org.orderly.identity.consent.ConsentView;
import org.orderly.identity.consent.Consents;
import org.orderly.identity.person.UnknownUser;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.UserId;

/**
 * Lets users accept the terms and the privacy notice whose account was opened without asking them:
 * by an identity provider, by import, or by the shop's configuration.
 */
@ApplicationScoped
public class TermsAcceptance {

  private static final Set<ConsentDocument> DOCUMENTS =
      EnumSet.of(ConsentDocument.TERMS, ConsentDocument.PRIVACY);

  private final UserRepository users;
  private final Consents consents;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  TermsAcceptance(UserRepository users, Consents consents, AuditLog audit, Clock clock) {
    this.users = users;
    this.consents = consents;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Records the acceptance of both documents, in one transaction; again it records nothing.
   *
   * @param granted must be true: what was accepted cannot be taken back but by leaving
   * @throws InvalidValue if it is not
   * @throws UnknownUser if there is no such user (any more)
   */
  @Transactional
  public List<ConsentView> accept(UserId id, boolean granted) {
    if (!granted) {
      throw new InvalidValue("granted", "must be true; to take it back, erase the account");
    }
    User user = users.locked(id).orElseThrow(() -> new UnknownUser(id));
    if (user.acceptTerms(clock)) {
      users.flush();
      DOCUMENTS.forEach(document -> consents.note(id, document, true));
      audit.record("consent.granted", id.toString(), null, Map.of("document", "terms"));
    }
    return consents.of(id);
  }
}
