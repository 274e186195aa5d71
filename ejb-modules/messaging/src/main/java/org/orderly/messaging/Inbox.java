package org.orderly.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** The events that a consumer has already taken in, kept in the consumer's own database. */
public final class Inbox {

  private static final String INSERT =
      "insert into inbox (subscription, event_id, received_at) values (?, ?, now())"
          + " on conflict do nothing";

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
   * Enters an event in the caller's transaction, which must also hold its effect. Below a
   * message-driven bean that must be a transaction of the EJB container: plain JDBC takes no part
   * in one that CDI has begun there.
   *
   * @return {@code false} if the event took effect before, so that there is nothing to do
   */
  public boolean firstTime(String subscription, UUID eventId) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, subscription);
      insert.setObject(2, eventId);
      return insert.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new DatabaseUnavailable(domain, e);
    }
  }
}
