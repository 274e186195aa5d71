package org.orderly.notification.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.notification.webhook.sending.ClaimedDelivery;
import org.orderly.platform.jobs.Signal;
import org.orderly.platform.persistence.BatchResult;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/**
 * The queue of webhook deliveries that are pending or in progress.
 *
 * <p>A sender leases a delivery; if the sender dies, the lease expires and another sender on any
 * instance retries. The number of deliveries in progress is limited per endpoint over all
 * instances, and endpoints with the fewest come first, so that a slow one does not delay others.
 */
@ApplicationScoped
class DeliveryQueueRepository {

  /** The number of concurrent deliveries to one endpoint. */
  static final int PER_ENDPOINT = 2;

  /** Longer than any attempt can take, including name resolution. */
  private static final Duration LEASE = Duration.ofSeconds(90);

  /** One claim at a time: two would count the same deliveries in progress. */
  private static final String LOCK_CLAIMING = "select pg_advisory_xact_lock(7305910)";

  private static final String CLAIM =
      """
      update webhook_delivery d
      set attempts = d.attempts + 1, leased_until = now() + make_interval(secs => ?)
      from (
        select due.id, due.event_id, w.url, w.secret,
          case when w.old_secret_until > now() then w.old_secret end as old_secret
        from webhook w
        cross join lateral (
          select count(*) as number from webhook_delivery b
          where b.webhook_id = w.id and b.leased_until > now()) under_way
        cross join lateral (
          select q.id, q.event_id, q.next_attempt_at,
            row_number() over (order by q.next_attempt_at, q.id) + under_way.number as place
          from (
            select id, event_id, next_attempt_at from webhook_delivery
            where webhook_id = w.id and status = 'PENDING' and next_attempt_at <= now()
              and (leased_until is null or leased_until <= now())
            order by next_attempt_at, id limit ? for update skip locked) q) due
        where w.status = 'ACTIVE' and due.place <= ?
        order by due.place, due.next_attempt_at limit ?) claimed
      join webhook_event e on e.id = claimed.event_id
      where d.id = claimed.id
      returning d.id, d.webhook_id, d.event_id, e.type, e.body, claimed.url, claimed.secret,
        claimed.old_secret, d.attempts
      """;

  private static final String MINE = " where id = ? and attempts = ? and status = 'PENDING'";

  private static final String DELIVERED =
      """
      update webhook_delivery
      set status = 'DELIVERED', finished_at = now(), leased_until = null, answer = ?, error = null
      """
          + MINE;

  private static final String RETRY =
      """
      update webhook_delivery
      set leased_until = null, answer = ?, error = ?,
        next_attempt_at = now() + make_interval(secs => ?::float8 / 1000)
      """
          + MINE;

  private static final String DEAD =
      """
      update webhook_delivery
      set status = 'DEAD', finished_at = now(), leased_until = null, answer = ?, error = ?
      """
          + MINE;

  private static final String WORKS =
      "update webhook set failing_since = null where id = ? and failing_since is not null";

  private static final String FAILS =
      "update webhook set failing_since = now() where id = ? and failing_since is null";

  private static final String FAILS_FOR_LONG =
      """
      select failing_since < now() - make_interval(secs => ?) and status = 'ACTIVE'
      from webhook where id = ?
      """;

  private final Signal senders = new Signal();

  private final DomainDatabase database;

  @Inject
  DeliveryQueueRepository(@Domain("notification") DomainDatabase database) {
    this.database = database;
  }

  /** Signals that a delivery may be due. */
  void ring() {
    senders.signal();
  }

  /** Waits for a signal, but no longer than this: deliveries of other instances do not signal. */
  void await(Duration atMost) throws InterruptedException {
    senders.await(atMost);
  }

  /** Leases the deliveries that have been due for longest. */
  List<ClaimedDelivery> claim(int atMost) {
    SqlBatch batch = new SqlBatch().lock(LOCK_CLAIMING);
    BatchResult<List<ClaimedDelivery>> claimed =
        batch.list(
            DeliveryQueueRepository::claimed,
            CLAIM,
            LEASE.toSeconds(),
            PER_ENDPOINT,
            PER_ENDPOINT,
            atMost);
    database.atomically(batch);
    return claimed.get();
  }

  /** Locks the webhook before its delivery, as its deletion does; so the two never deadlock. */
  void delivered(ClaimedDelivery done, int answer) {
    database.atomically(
        new SqlBatch()
            .change(WORKS, done.webhookId())
            .change(DELIVERED, answer, done.id(), done.attempt()));
  }

  /**
   * @param answer the HTTP status; {@code null} if there was none
   */
  void retryLater(
      ClaimedDelivery failed, @Nullable Integer answer, @Nullable String error, Duration pause) {
    database.atomically(
        new SqlBatch()
            .change(FAILS, failed.webhookId())
            .change(RETRY, answer, error, pause.toMillis(), failed.id(), failed.attempt()));
  }

  void giveUp(ClaimedDelivery failed, @Nullable Integer answer, @Nullable String error) {
    database.atomically(
        new SqlBatch()
            .change(FAILS, failed.webhookId())
            .change(DEAD, answer, error, failed.id(), failed.attempt()));
  }

  /** Whether an active endpoint has failed for longer than this without a success. */
  boolean failsForLongerThan(Duration patience, UUID webhook) {
    return database
        .first(row -> row.getBoolean(1), FAILS_FOR_LONG, patience.toSeconds(), webhook)
        .orElse(false);
  }

  private static ClaimedDelivery claimed(ResultSet row) throws SQLException {
    return new ClaimedDelivery(
        row.getObject("id", UUID.class),
        row.getObject("webhook_id", UUID.class),
        row.getObject("event_id", UUID.class),
        row.getString("type"),
        row.getString("body"),
        row.getString("url"),
        row.getBytes("secret"),
        row.getBytes("old_secret"),
        row.getInt("attempts"));
  }
}
