package org.orderly.platform.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.orderly.platform.persistence.AdvisoryLock;

/**
 * Sends the oldest events of an outbox to the broker.
 *
 * <p>An advisory lock makes it one relay at a time per database, over all instances, so that events
 * keep their order. The rows are deleted only after the broker has the events: a crash between the
 * two repeats the sending, which the broker recognises. The broker takes no part in a database
 * transaction, and no JTA transaction is open here.
 */
@ApplicationScoped
public class OutboxRelay {

  public static final int BATCH = 200;

  /** Any constant: the lock is per database, and each database has one outbox. */
  private static final long LOCK = 7305812;

  private static final String OLDEST =
      "select seq, event_id, type, aggregate_id, occurred_at, payload from outbox"
          + " order by seq limit "
          + BATCH;

  private static final String DELETE = "delete from outbox where seq = any (?)";

  private final EventPublisher eventPublisher;

  @Inject
  OutboxRelay(EventPublisher eventPublisher) {
    this.eventPublisher = eventPublisher;
  }

  /**
   * Sends one batch.
   *
   * @return how many events were sent; 0 also if another instance is at it
   */
  public int sendBatch(Outbox outbox) throws SQLException, JMSException {
    return AdvisoryLock.<Integer, JMSException>run(
            outbox.dataSource(), LOCK, connection -> send(outbox, connection))
        .orElse(0);
  }

  private int send(Outbox outbox, Connection connection) throws SQLException, JMSException {
    List<PendingEvent> events = oldest(connection);
    if (!events.isEmpty()) {
      eventPublisher.send(outbox.topic(), events);
      delete(connection, events);
    }
    return events.size();
  }

  private static List<PendingEvent> oldest(Connection connection) throws SQLException {
    List<PendingEvent> events = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(OLDEST);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        events.add(
            new PendingEvent(
                row.getLong("seq"),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getObject("aggregate_id", UUID.class),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant().toString(),
                row.getString("payload")));
      }
    }
    return events;
  }

  private static void delete(Connection connection, List<PendingEvent> events) throws SQLException {
    Long[] sent = events.stream().map(PendingEvent::seq).toArray(Long[]::new);
    try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
      delete.setArray(1, connection.createArrayOf("bigint", sent));
      delete.executeUpdate();
    }
  }
}
