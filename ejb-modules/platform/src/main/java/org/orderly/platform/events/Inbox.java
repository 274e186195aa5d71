package org.orderly.platform.events;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.orderly.platform.persistence.DatabaseUnavailable;
import org.orderly.platform.persistence.SqlBatch;

/** The events that a consumer has already taken in, kept in the consumer's own database. */
public final class Inbox {

  private static final String INSERT =
      "insert into inbox (subscription, event_id, received_at) values (?, ?, now())";

  private static final String FIND = "select 1 from inbox where subscription = ? and event_id = ?";

  private static final String UNIQUE_VIOLATION = "23505";

  private final String domain;
  private final DataSource database;

  /**
   * @param domain the consumer
   * @param database the consumer's database, with a table {@code inbox}
   */
  public Inbox(String domain, DataSource database) {
    this.domain = domain;
    this.database = database;
  }

  /**
   * Enters an event together with its effect, in one transaction of its own; does nothing if the
   * event took effect before.
   *
   * @param effect adds the statements that are the effect, in the consumer's database
   * @return whether this was the first time
   * @throws DatabaseUnavailable if the database refuses; the event has to come again
   */
  public boolean takeIn(String subscription, UUID eventId, Consumer<SqlBatch> effect) {
    SqlBatch trip = new SqlBatch().change(INSERT, subscription, eventId);
    effect.accept(trip);
    try (Connection connection = database.getConnection()) {
      trip.runAtomically(connection);
      return true;
    } catch (SQLException e) {
      if (wasTakenInBefore(e)) {
        return false;
      }
      throw new DatabaseUnavailable(domain, e);
    }
  }

  /**
   * Enters an event in the caller's transaction, which holds its effect as well.
   *
   * @return whether this was the first time; if not, there must be no effect
   * @throws DatabaseUnavailable if the database refuses; the event has to come again
   */
  public boolean enter(String subscription, UUID eventId) {
    boolean[] first = new boolean[1];
    SqlBatch trip =
        new SqlBatch()
            .change(
                rows -> first[0] = rows == 1,
                INSERT + " on conflict do nothing",
                subscription,
                eventId);
    try (Connection connection = database.getConnection()) {
      trip.run(connection);
    } catch (SQLException e) {
      throw new DatabaseUnavailable(domain, e);
    }
    return first[0];
  }

  /**
   * Whether an event took effect before. It may do so in the next moment; who must not prepare an
   * effect twice can spare it here, and {@link #takeIn} decides.
   *
   * @throws DatabaseUnavailable if the database refuses
   */
  public boolean has(String subscription, UUID eventId) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(FIND)) {
      query.setString(1, subscription);
      query.setObject(2, eventId);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    } catch (SQLException e) {
      throw new DatabaseUnavailable(domain, e);
    }
  }

  private static boolean wasTakenInBefore(SQLException e) {
    return UNIQUE_VIOLATION.equals(e.getSQLState()) && e.getMessage().contains("inbox_pkey");
  }
}
