package org.orderly.identity.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.orderly.platform.events.AuditNote;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/** Appends to the audit log. The database sets an entry's number and hash. */
@ApplicationScoped
class AuditLogRepository {

  private static final String INSERT =
      "insert into audit_entry (at, actor, action, subject, before, after, address, request_id)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?)";

  private final DomainDatabase database;

  @PersistenceContext(unitName = "identity")
  private EntityManager em;

  @Inject
  AuditLogRepository(@Domain("identity") DomainDatabase database) {
    this.database = database;
  }

  /** In the caller's transaction. */
  void append(AuditNote note) {
    // must not wait for any other lock while the end of the log is locked
    em.flush();
    SqlBatch writes = new SqlBatch();
    append(writes, note);
    database.run(writes);
  }

  /** Adds the same to a batch that the caller runs in its transaction. */
  void append(SqlBatch writes, AuditNote note) {
    writes.change(
        INSERT,
        note.occurredAt().atOffset(ZoneOffset.UTC),
        storable(note.actor()),
        storable(note.action()),
        storable(note.subject()),
        storable(note.before()),
        storable(note.after()),
        storable(note.address()),
        storable(note.requestId()));
  }

  /** Removes characters that the database cannot store. */
  private static @Nullable String storable(@Nullable String text) {
    return text == null
        ? null
        : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
            .replace("\0", "");
  }
}
