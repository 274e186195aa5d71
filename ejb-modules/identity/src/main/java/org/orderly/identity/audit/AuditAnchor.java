package org.orderly.identity.audit;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Writes the end of the audit log to the server's log every hour, on every instance: a witness
 * outside of the database, against somebody who rewrites everything within.
 */
@Singleton
class AuditAnchor {

  private static final Logger LOG = Logger.getLogger(AuditAnchor.class.getName());

  @Inject private AuditLogRepository entries;

  /** Public, since the EJB container finds no other. */
  public AuditAnchor() {}

  @Schedule(hour = "*", persistent = false)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void witness() {
    try (Connection connection = entries.connect()) {
      ChainLink end = AuditVerification.end(connection).head();
      LOG.info(() -> "the audit log ends with " + end.seq() + ":" + end.hash());
    } catch (SQLException e) {
      LOG.log(Level.WARNING, () -> "the end of the audit log is not known: " + e.getMessage());
    }
  }
}
