package org.orderly.identity.audit;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.orderly.platform.persistence.DatabaseUnavailable;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/**
 * Writes the end of the audit log to the server's log every hour, on every instance: an anchor
 * outside the database, which shows if somebody rewrites the whole log.
 */
@Singleton
class AuditAnchor {

  private static final Logger LOG = Logger.getLogger(AuditAnchor.class.getName());

  @Inject
  @Domain("identity")
  private DomainDatabase database;

  /** Public, since the EJB container finds no other. */
  public AuditAnchor() {}

  @Schedule(hour = "*", persistent = false)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void witness() {
    try {
      ChainLink head = database.withConnection(AuditVerification::end).head();
      LOG.info(() -> "the audit log ends with " + head.seq() + ":" + head.hash());
    } catch (DatabaseUnavailable e) {
      LOG.log(Level.WARNING, () -> "the end of the audit log is unknown: " + e.getCause());
    }
  }
}
