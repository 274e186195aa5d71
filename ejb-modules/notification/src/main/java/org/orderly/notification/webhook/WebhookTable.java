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
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.orderly.kernel.RoundTrip;
import org.orderly.messaging.DatabaseUnavailable;

/** The subscriptions in the database; takes part in the caller's transaction if there is one. */
@ApplicationScoped
class WebhookTable {

  private static final String COLUMNS =
      "select id, url, description, events, status, paused_by, paused_at, failing_since,"
          + " created_at, updated_at from webhook";

  /** Any constant that no other work on this database has. */
  private static final String LOCK_MAKING = "select pg_advisory_xact_lock(7305911)";

  private static final String INSERT =
      """
      insert into webhook
        (id, url, description, events, status, secret, created_at, updated_at)
      values (?, ?, ?, ?, 'ACTIVE', ?, ?, ?)
      """;

  private static final String UPDATE =
      """
      update webhook set url = ?, description = ?, events = ?, updated_at = now() where id = ?
      """;

  private static final String PAUSE =
      """
      update webhook set status = 'PAUSED', paused_by = ?, paused_at = now(), updated_at = now()
      where id = ? and status = 'ACTIVE'
      """;

  private static final String RESUME =
      """
      update webhook
      set status = 'ACTIVE', paused_by = null, paused_at = null, failing_since = null,
        updated_at = now()
      where id = ? and status = 'PAUSED'
      """;

  private static final String ROTATE =
      """
      update webhook set old_secret = secret, old_secret_until = ?, secret = ?, updated_at = now()
      where id = ?
      """;

  @Resource(lookup = "jdbc/notification")
  private DataSource database;

  /** Keeps others from making webhooks until the transaction ends, and counts them. */
  int lockMakingAndCount() {
    int[] count = new int[1];
    run(
        new RoundTrip()
            .query(rows -> {}, LOCK_MAKING)
            .query(
                row -> {
                  row.next();
                  count[0] = row.getInt(1);
                },
                "select count(*) from webhook"));
    return count[0];
  }

  void add(UUID id, WebhookDraft draft, byte[] sealedSecret, Instant now) {
    OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
    run(
        new RoundTrip()
            .change(
                INSERT,
                id,
                draft.url(),
                draft.description(),
                texts(draft.events()),
                sealedSecret,
                at,
                at));
  }

  void change(UUID id, WebhookDraft draft) {
    run(
        new RoundTrip()
            .change(UPDATE, draft.url(), draft.description(), texts(draft.events()), id));
  }

  boolean remove(UUID id) {
    return changes("delete from webhook where id = ?", id);
  }

  /**
   * @param by {@code ADMIN} or {@code FAILURES}
   * @return whether it was active
   */
  boolean pause(UUID id, String by) {
    return changes(PAUSE, by, id);
  }

  boolean resume(UUID id) {
    return changes(RESUME, id);
  }

  void rotate(UUID id, byte[] sealedSecret, Instant oldUntil) {
    changes(ROTATE, oldUntil.atOffset(ZoneOffset.UTC), sealedSecret, id);
  }

  /** All of them, of which there are few, newest first. */
  List<WebhookView> all() {
    return select(COLUMNS + " order by id desc");
  }

  Optional<WebhookView> find(UUID id) {
    return select(COLUMNS + " where id = ?", id).stream().findFirst();
  }

  /** The same, locked until the transaction ends. */
  Optional<WebhookView> locked(UUID id) {
    return select(COLUMNS + " where id = ? for update", id).stream().findFirst();
  }

  private List<WebhookView> select(String sql, Object... values) {
    List<WebhookView> found = new ArrayList<>();
    run(
        new RoundTrip()
            .query(
                row -> {
                  while (row.next()) {
                    found.add(view(row));
                  }
                },
                sql,
                values));
    return found;
  }

  private boolean changes(String sql, Object... values) {
    int[] changed = new int[1];
    run(new RoundTrip().change(rows -> changed[0] = rows, sql, values));
    return changed[0] > 0;
  }

  private void run(RoundTrip trip) {
    try (Connection connection = database.getConnection()) {
      trip.run(connection);
    } catch (SQLException e) {
      throw new DatabaseUnavailable("notification", e);
    }
  }

  private static Object texts(Set<String> values) {
    return RoundTrip.column("text", List.copyOf(values));
  }

  private static WebhookView view(ResultSet row) throws SQLException {
    String[] events = (String[]) row.getArray("events").getArray();
    return new WebhookView(
        row.getObject("id", UUID.class),
        row.getString("url"),
        row.getString("description"),
        new LinkedHashSet<>(Arrays.asList(events)),
        row.getString("status"),
        row.getString("paused_by"),
        instant(row, "paused_at"),
        instant(row, "failing_since"),
        instant(row, "created_at"),
        instant(row, "updated_at"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
