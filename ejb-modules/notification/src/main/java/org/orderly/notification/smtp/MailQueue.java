package org.orderly.notification.smtp;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.orderly.notification.Notice;

/** The mails that wait, are on their way, or have left. */
@ApplicationScoped
class MailQueue {

  /** Longer than any attempt can take; after it another sender may try. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  private static final String ADD =
      """
      insert into mail_delivery
        (id, event_id, user_id, recipient, recipient_name, subject, body, status, attempts,
         created_at, next_attempt_at)
      values (?, ?, ?, ?, ?, ?, ?, 'PENDING', 0, now(), now())
      on conflict (event_id, user_id) do nothing
      """;

  private static final String CLAIM =
      """
      update mail_delivery
      set attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => ?)
      where id = (
        select id from mail_delivery
        where status = 'PENDING' and next_attempt_at <= now()
        order by next_attempt_at limit 1
        for update skip locked)
      returning id, recipient, recipient_name, subject, body, attempts
      """;

  private static final String SENT =
      "update mail_delivery set status = 'SENT', sent_at = now(), last_error = null where id = ?";

  private static final String RETRY =
      """
      update mail_delivery set last_error = ?, next_attempt_at = now() + make_interval(secs => ?)
      where id = ? and status = 'PENDING'
      """;

  private static final String GIVE_UP =
      "update mail_delivery set last_error = ?, status = 'FAILED' where id = ? and status = 'PENDING'";

  @Resource(lookup = "jdbc/notification")
  private DataSource database;

  /** Writes a mail down in the caller's transaction; a second one of the same notice is dropped. */
  void add(Notice notice) {
    UUID user = notice.recipient().id().value();
    execute(
        ADD,
        idOf(notice.eventId(), user),
        notice.eventId(),
        user,
        notice.recipient().email(),
        notice.recipient().name(),
        notice.letter().subject(),
        notice.letter().body());
  }

  /** Takes the mail that has been due for longest, so that no other sender takes it for a while. */
  Optional<MailDelivery> claim() {
    try (Connection connection = database.getConnection();
        PreparedStatement claim = prepare(connection, CLAIM, LEASE.toSeconds());
        ResultSet row = claim.executeQuery()) {
      return row.next() ? Optional.of(delivery(row)) : Optional.empty();
    } catch (SQLException e) {
      throw new MailQueueUnavailable(e);
    }
  }

  void markSent(MailDelivery delivery) {
    execute(SENT, delivery.id());
  }

  void retryLater(MailDelivery delivery, String reason, Duration pause) {
    execute(RETRY, reason, pause.toSeconds(), delivery.id());
  }

  void giveUp(MailDelivery delivery, String reason) {
    execute(GIVE_UP, reason, delivery.id());
  }

  /** The same notice always makes the same mail, down to its Message-ID. */
  static UUID idOf(UUID eventId, UUID user) {
    return UUID.nameUUIDFromBytes((eventId + "/" + user).getBytes(StandardCharsets.US_ASCII));
  }

  private void execute(String sql, Object... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = prepare(connection, sql, parameters)) {
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new MailQueueUnavailable(e);
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  private static MailDelivery delivery(ResultSet row) throws SQLException {
    return new MailDelivery(
        row.getObject("id", UUID.class),
        row.getString("recipient"),
        row.getString("recipient_name"),
        row.getString("subject"),
        row.getString("body"),
        row.getInt("attempts"));
  }
}
