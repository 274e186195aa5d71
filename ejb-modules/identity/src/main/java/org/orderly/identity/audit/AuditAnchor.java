package org.orderly.identity.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.util.logging.Logger;
import org.orderly.platform.chain.ChainLink;
import org.orderly.platform.jobs.BackgroundJob;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/**
 * Writes the head of the audit log to the server's log every hour, on every instance: an anchor
 * outside the database, which shows if somebody rewrites the whole log.
 */
@ApplicationScoped
class AuditAnchor {

  private static final Logger LOG = Logger.getLogger(AuditAnchor.class.getName());

  @Produces
  static BackgroundJob declare(@Domain("identity") DomainDatabase database) {
    return BackgroundJob.named("audit-anchor")
        .everyFull(Duration.ofHours(1))
        .trouble("the head of the audit log is unknown")
        .repeats(() -> log(database));
  }

  private static void log(DomainDatabase database) {
    ChainLink head = database.withConnection(AuditVerification.CHAIN::head);
    LOG.info(() -> "the audit log ends with " + head.seq() + ":" + head.hash());
  }
}
