package org.orderly.notification.webhook;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.persistence.DatabaseUnavailable;
import org.orderly.platform.persistence.SqlBatch;

/** Events and their deliveries as they are written and read; sending is the queue's. */
@ApplicationScoped
class DeliveryRepository {

  /** What happens while it is paused waits for three days and no longer: it must not pile up. */
  private static final String WANTED =
      """
      select id, events from webhook
      where status = 'ACTIVE' or paused_at > now() - interval '3 days'
      """;

  private static final String ADD_EVENT =
      """
      insert into webhook_event (id, type, occurred_at, user_id, body, created_at)
      values (?, ?, ?, ?, ?, now())
      """;

  private static final String ADD_DELIVERIES =
      """
      insert into webhook_delivery
        (id, webhook_id, event_id, status, attempts, created_at, next_attempt_at)
      select w.delivery, webhook.id, ?, 'PENDING', 0, now(), now()
      from unnest(?, ?) as w (delivery, id) join webhook on webhook.id = w.id
      """;

  private static final String DELIVERIES =
      """
      select d.id, d.event_id, e.type, e.occurred_at, d.status, d.attempts, d.created_at,
        case when d.status = 'PENDING' then d.next_attempt_at end as next_attempt_at,
        d.finished_at, d.answer, d.error
      from webhook_delivery d join webhook_event e on e.id = d.event_id
      """;

  private static final String ONE =
      DELIVERIES.replace("d.error\n", "d.error, e.body\n") + " where d.webhook_id = ? and d.id = ?";

  private static final String PAGE =
      DELIVERIES
          + """
           where d.webhook_id = ? and d.id < ? and (?::text is null or d.status = ?)
            and (?::text is null or e.type = ?)
          order by d.id desc limit ?
          """;

  private static final String REPLAY =
      """
      update webhook_delivery
      set next_attempt_at = now(),
        attempts = case when status = 'PENDING' then attempts else 0 end,
        status = 'PENDING', finished_at = null
      where webhook_id = ? and id = ?
      """;

  @Resource(lookup = "jdbc/notification")
  private DataSource database;

  /** What each webhook wants, also those that are paused for a while. */
  Map<UUID, Set<String>> wanted() {
    Map<UUID, Set<String>> found = new HashMap<>();
    run(
        new SqlBatch()
            .query(
                row -> {
                  while (row.next()) {
                    String[] events = (String[]) row.getArray("events").getArray();
                    found.put(row.getObject("id", UUID.class), Set.of(events));
                  }
                },
                WANTED));
    return found;
  }

  /** Writes an event down with its deliveries, on the journey that also enters it. */
  static void add(SqlBatch writes, EventBody event, List<UUID> webhooks) {
    List<UUID> ids = webhooks.stream().map(webhook -> UuidV7.next()).toList();
    writes
        .change(
            ADD_EVENT,
            event.id(),
            event.type(),
            event.occurredAt().atOffset(ZoneOffset.UTC),
            event.userId(),
            event.json())
        .change(
            ADD_DELIVERIES,
            event.id(),
            SqlBatch.column("uuid", ids),
            SqlBatch.column("uuid", webhooks));
  }

  /** Writes an event for one webhook down, in the caller's transaction. */
  UUID addPing(UUID webhook, EventBody event) {
    SqlBatch writes = new SqlBatch();
    add(writes, event, List.of(webhook));
    UUID[] id = new UUID[1];
    writes.query(
        row -> {
          row.next();
          id[0] = row.getObject("id", UUID.class);
        },
        "select id from webhook_delivery where webhook_id = ? and event_id = ?",
        webhook,
        event.id());
    run(writes);
    return id[0];
  }

  /**
   * @return whether there is such a delivery
   */
  boolean replay(UUID webhook, UUID delivery) {
    int[] changed = new int[1];
    run(new SqlBatch().change(rows -> changed[0] = rows, REPLAY, webhook, delivery));
    return changed[0] > 0;
  }

  Optional<DeliveryDetail> find(UUID webhook, UUID delivery) {
    List<DeliveryDetail> found = new ArrayList<>(1);
    run(
        new SqlBatch()
            .query(
                row -> {
                  if (row.next()) {
                    found.add(new DeliveryDetail(view(row), row.getString("body")));
                  }
                },
                ONE,
                webhook,
                delivery));
    return found.stream().findFirst();
  }

  List<DeliveryView> before(UUID webhook, String status, String type, UUID before, int atMost) {
    List<DeliveryView> found = new ArrayList<>();
    run(
        new SqlBatch()
            .query(
                row -> {
                  while (row.next()) {
                    found.add(view(row));
                  }
                },
                PAGE,
                webhook,
                before,
                status,
                status,
                type,
                type,
                atMost));
    return found;
  }

  private void run(SqlBatch trip) {
    try (Connection connection = database.getConnection()) {
      trip.run(connection);
    } catch (SQLException e) {
      throw new DatabaseUnavailable("notification", e);
    }
  }

  private static DeliveryView view(ResultSet row) throws SQLException {
    return new DeliveryView(
        row.getObject("id", UUID.class),
        row.getObject("event_id", UUID.class),
        row.getString("type"),
        instant(row, "occurred_at"),
        row.getString("status"),
        row.getInt("attempts"),
        instant(row, "created_at"),
        instant(row, "next_attempt_at"),
        instant(row, "finished_at"),
        row.getObject("answer", Integer.class),
        row.getString("error"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
