package org.orderly.identity.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.orderly.identity.audit.AuditLog;
import org.orderly.kernel.UserId;

/** What users have agreed to, and their right to take back what needs no agreement. */
@ApplicationScoped
public class Consents {

  private final ConsentRepository log;
  private final AuditLog audit;

  @Inject
  Consents(ConsentRepository log, AuditLog audit) {
    this.log = log;
    this.audit = audit;
  }

  /** Everything a user agreed to or took back, in order; the latest of a document counts. */
  public List<ConsentView> of(UserId user) {
    return log.of(user);
  }

  /** Notes what a user agreed to, or did not, in the caller's transaction; not idempotent. */
  public void note(UserId user, ConsentDocument document, boolean granted) {
    log.note(user, document, granted);
  }

  /** Agrees to marketing or takes it back; noted each time, in one transaction. */
  @Transactional
  public List<ConsentView> toMarketing(UserId user, boolean granted) {
    log.note(user, ConsentDocument.MARKETING, granted);
    String action = granted ? "consent.granted" : "consent.withdrawn";
    audit.record(action, user.toString(), null, Map.of("document", "marketing"));
    return log.of(user);
  }
}
