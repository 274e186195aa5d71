package org.orderly.identity.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.orderly.platform.events.AuditNote;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;
import org.orderly.testing.TestDatabase;

/** An identity database whose audit log is written to. */
final class AuditDatabase {

  private final AuditLogRepository entries;
  private final TestDatabase database;

  AuditDatabase(TestDatabase database) {
    this.database = database;
    this.entries = new AuditLogRepository(new DomainDatabase("identity", dataSource()));
  }

  /** As before the first entry. */
  void empty() {
    tamper(
        "truncate audit_entry, audit_head;"
            + " insert into audit_head (seq, hash) values (0, decode(repeat('00', 32), 'hex'))");
  }

  DataSource dataSource() {
    return database.dataSource();
  }

  void note(String action, String subject, Object before, Object after) throws SQLException {
    SqlBatch writes = new SqlBatch();
    entries.append(writes, AuditNote.of(Clock.systemUTC(), action, subject, before, after));
    try (Connection connection = dataSource().getConnection()) {
      writes.run(connection);
    }
  }

  void execute(String sql) {
    database.execute(sql);
  }

  /** As somebody does who may do anything with the database. */
  void tamper(String sql) {
    database.tamper(sql);
  }
}
