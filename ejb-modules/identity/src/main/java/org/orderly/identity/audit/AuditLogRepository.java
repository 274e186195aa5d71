package org.orderly.identity.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.orderly.platform.events.AuditNote;
import org.orderly.platform.persistence.DatabaseUnavailable;
import org.orderly.platform.persistence.SqlBatch;

/** The log's table. Number and hash of an entry come from the database. */
@ApplicationScoped
class AuditLogRepository {

  private static final String INSERT =
      "insert into audit_entry (at, actor, action, subject, before, after, address, request_id)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?)";

  @Resource(lookup = "jdbc/identity")
  private DataSource database;

  @PersistenceContext(unitName = "identity")
  private EntityManager em;

  /** In the caller's transaction. */
  void append(AuditNote note) {
    // no other lock may be waited for while the end of the log is locked
    em.flush();
    SqlBatch writes = new SqlBatch();
    append(writes, note);
    try (Connection connection = database.getConnection()) {
      writes.run(connection);
    } catch (SQLException e) {
      throw new DatabaseUnavailable("identity", e);
    }
  }

  /** The same on a journey that the caller makes in its transaction. */
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

  Connection connect() throws SQLException {
    return database.getConnection();
  }

  /** Without what the database knows no character for. */
  private static String storable(String text) {
    return text == null
        ? null
        : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
            .replace("\0", "");
  }
}
