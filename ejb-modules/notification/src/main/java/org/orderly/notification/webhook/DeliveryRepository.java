package org.orderly.notification.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.UuidV7;
import org.orderly.notification.webhook.payload.EventBody;
import org.orderly.platform.persistence.BatchResult;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/** Writes and reads webhook events and their deliveries; the delivery queue sends them. */
@ApplicationScoped
class DeliveryRepository {

  /** Events for a paused webhook wait for at most three days, so that the queue stays bounded. */
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

  private final DomainDatabase database;

  @Inject
  DeliveryRepository(@Domain("notification") DomainDatabase database) {
    this.database = database;
  }

  /** The event types of each webhook, including those paused for less than three days. */
  Map<UUID, Set<String>> wanted() {
    Map<UUID, Set<String>> wanted = new HashMap<>();
    database
        .list(DeliveryRepository::events, WANTED)
        .forEach(webhook -> wanted.put(webhook.getKey(), webhook.getValue()));
    return wanted;
  }

  private static Map.Entry<UUID, Set<String>> events(ResultSet row) throws SQLException {
    String[] events = (String[]) row.getArray("events").getArray();
    return Map.entry(row.getObject("id", UUID.class), Set.of(events));
  }

  /** Adds an event and its deliveries to the batch that also writes the inbox entry. */
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

  /** Writes an event for one webhook, in the caller's transaction. */
  UUID addPing(UUID webhook, EventBody event) {
    SqlBatch writes = new SqlBatch();
    add(writes, event, List.of(webhook));
    BatchResult<UUID> delivery =
        writes.one(
            row -> row.getObject("id", UUID.class),
            "select id from webhook_delivery where webhook_id = ? and event_id = ?",
            webhook,
            event.id());
    database.run(writes);
    return delivery.get();
  }

  /**
   * Queues a delivery again, in the caller's transaction.
   *
   * @return whether there is such a delivery
   */
  boolean replay(UUID webhook, UUID delivery) {
    return database.change(REPLAY, webhook, delivery) > 0;
  }

  Optional<DeliveryDetail> find(UUID webhook, UUID delivery) {
    return database.first(
        row -> new DeliveryDetail(view(row), row.getString("body")), ONE, webhook, delivery);
  }

  List<DeliveryView> before(
      UUID webhook, @Nullable String status, @Nullable String type, UUID before, int atMost) {
    return database.list(
        DeliveryRepository::view, PAGE, webhook, before, status, status, type, type, atMost);
  }

  private static DeliveryView view(ResultSet row) throws SQLException {
    return new DeliveryView(
        row.getObject("id", UUID.class),
        row.getObject("event_id", UUID.class),
        row.getString("type"),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        row.getString("status"),
        row.getInt("attempts"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "next_attempt_at"),
        instant(row, "finished_at"),
        row.getObject("answer", Integer.class),
        row.getString("error"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
