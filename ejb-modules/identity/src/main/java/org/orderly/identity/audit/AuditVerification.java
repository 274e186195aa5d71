package org.orderly.identity.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.orderly.platform.chain.ChainLink;
import org.orderly.platform.chain.ChainQueries;
import org.orderly.platform.chain.ChainReport;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/**
 * Verifies that the audit log is what was written.
 *
 * <p>It finds entries that were changed, entries that are missing in between, and a tail that was
 * cut off while the head stayed. Whoever may write everything in the database can change an entry
 * and compute every hash after it and the head anew; only somebody who kept an anchor elsewhere
 * finds that.
 */
@ApplicationScoped
public class AuditVerification {

  static final ChainQueries CHAIN =
      new ChainQueries("audit_head", "audit_entry", AuditLogQueries::read);

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final DomainDatabase database;

  @Inject
  AuditVerification(@Domain("identity") DomainDatabase database) {
    this.database = database;
  }

  /** Verifies the whole log, for as long as an answer may take; reads only, blocks nobody. */
  public ChainReport verify() {
    return verify(ChainLink.BEGINNING);
  }

  /**
   * Verifies the log from an anchor on, which must still be in it.
   *
   * @param anchor an entry's number and hash, kept from an earlier answer
   */
  public ChainReport verify(ChainLink anchor) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    return database.withConnection(connection -> CHAIN.verify(connection, anchor, deadline));
  }
}
