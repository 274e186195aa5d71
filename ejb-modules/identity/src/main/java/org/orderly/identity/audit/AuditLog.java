package org.orderly.identity.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.orderly.platform.events.AuditNote;
import org.orderly.platform.request.RequestContext;

/** Records actions in the audit log, in the transaction of the action. */
@ApplicationScoped
public class AuditLog {

  private final AuditLogRepository entries;
  private final Clock clock;

  @Inject
  protected AuditLog(AuditLogRepository entries, Clock clock) {
    this.entries = entries;
    this.clock = clock;
  }

  /**
   * Appends an entry in the caller's transaction on the identity database; who did it and from
   * where is what {@link RequestContext#current} says. Not idempotent.
   *
   * <p>Call it last: all writers queue at the end of the log until the transaction ends. Entries
   * stay for ever, so that they hold ids and facts, and neither secrets nor more about people than
   * that.
   *
   * @param action what was done, in lower case and dots, such as {@code user.roles.assigned}
   * @param subject what it was done to, usually an id
   * @param before what is now different, as it was; written as JSON, {@code null} for nothing
   * @param after the same as it is now
   * @throws org.orderly.platform.persistence.DatabaseUnavailable if the database refuses; the
   *     caller's transaction must roll back
   */
  @Transactional(TxType.MANDATORY)
  public void record(
      String action, String subject, @Nullable Object before, @Nullable Object after) {
    entries.append(AuditNote.of(clock, action, subject, before, after));
  }

  /** The same in a transaction of its own, for what is not undone if the caller's rolls back. */
  @Transactional(TxType.REQUIRES_NEW)
  public void recordApart(
      String action, String subject, @Nullable Object before, @Nullable Object after) {
    entries.append(AuditNote.of(clock, action, subject, before, after));
  }
}
