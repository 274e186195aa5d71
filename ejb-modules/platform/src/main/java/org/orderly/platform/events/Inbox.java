package org.orderly.platform.events;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.orderly.platform.persistence.DatabaseUnavailable;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/** The inbox: the events that a consumer has already processed, kept in the consumer's database. */
public final class Inbox {

  private static final String INSERT =
      "insert into inbox (subscription, event_id, received_at) values (?, ?, now())";

  private static final String INSERT_ALL =
      "insert into inbox (subscription, event_id, received_at)"
          + " select subscription, event_id, now() from unnest(?, ?) as event (subscription, event_id)";

  private static final String FIND = "select 1 from inbox where subscription = ? and event_id = ?";

  private static final String UNIQUE_VIOLATION = "23505";

  private final DomainDatabase database;

  /**
   * @param database the consumer's database, with a table {@code inbox}
   */
  public Inbox(DomainDatabase database) {
    this.database = database;
  }

  /**
   * Enters an event together with its effect, in one transaction of its own; does nothing if the
   * event took effect before.
   *
   * @param effect adds the statements that are the effect, in the consumer's database
   * @return whether this was the first time
   * @throws DatabaseUnavailable if the database refuses; the event must be redelivered
   */
  public boolean takeIn(String subscription, UUID eventId, Consumer<SqlBatch> effect) {
    SqlBatch batch = new SqlBatch().change(INSERT, subscription, eventId);
    effect.accept(batch);
    try {
      database.atomically(batch);
      return true;
    } catch (DatabaseUnavailable e) {
      if (wasTakenInBefore(e)) {
        return false;
      }
      throw e;
    }
  }

  /**
   * Enters an event in the caller's transaction, which holds its effect as well.
   *
   * @return whether this was the first time; if not, there must be no effect
   * @throws DatabaseUnavailable if the database refuses; the event must be redelivered
   */
  public boolean enter(String subscription, UUID eventId) {
    return database.change(INSERT + " on conflict do nothing", subscription, eventId) == 1;
  }

  /**
   * Whether an event took effect before. It may do so in the next moment; who must not prepare an
   * effect twice can spare it here, and {@link #takeIn} decides.
   *
   * @throws DatabaseUnavailable if the database refuses
   */
  public boolean has(String subscription, UUID eventId) {
    return database.exists(FIND, subscription, eventId);
  }

  /** Adds the entries of a group to the batch that is their effect. */
  static void enter(SqlBatch writes, List<String> subscriptions, List<UUID> eventIds) {
    if (eventIds.size() == 1) {
      writes.change(INSERT, subscriptions.get(0), eventIds.get(0));
    } else {
      writes.change(
          INSERT_ALL, SqlBatch.column("text", subscriptions), SqlBatch.column("uuid", eventIds));
    }
  }

  void commit(SqlBatch batch) {
    database.atomically(batch);
  }

  static boolean wasTakenInBefore(DatabaseUnavailable failure) {
    return failure.getCause() instanceof SQLException e
        && UNIQUE_VIOLATION.equals(e.getSQLState())
        && String.valueOf(e.getMessage()).contains("inbox_pkey");
  }
}
