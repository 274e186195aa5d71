package org.orderly.notification.smtp;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.orderly.notification.Notification;
import org.orderly.platform.persistence.DatabaseUnavailable;
import org.orderly.platform.persistence.SqlBatch;

/** The mails that wait, are on their way, or have left. */
@ApplicationScoped
class MailRepository {

  /** Longer than any attempt can take; after it another sender may try. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  private static final String ADD =
      """
      insert into mail_delivery
        (id, event_id, user_id, recipient, recipient_name, subject, body, secret, status, attempts,
         created_at, next_attempt_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', 0, now(), now())
      on conflict (event_id, user_id) do nothing
      """;

  /** Mails that are withheld count for nothing, else repeated requests would prolong the pause. */
  private static final String ADD_TO_UNCONFIRMED =
      """
      insert into mail_delivery
        (id, event_id, user_id, recipient, recipient_name, subject, body, secret, status, attempts,
         created_at, next_attempt_at)
      select mail.id, mail.event_id, mail.user_id, mail.recipient, mail.name, mail.subject,
        case when mail.secret and recent.too_many then '' else mail.body end, mail.secret,
        case when recent.too_many then 'WITHHELD' else 'PENDING' end, 0, now(), now()
      from (values (?::uuid, ?::uuid, ?::uuid, ?::text, ?::text, ?::text, ?::text, ?::boolean))
          as mail (id, event_id, user_id, recipient, name, subject, body, secret)
      cross join lateral (
        select count(*) filter (where created_at > now() - interval '1 hour') >= ?
               or count(*) >= ? as too_many
        from mail_delivery
        where lower(recipient) = lower(mail.recipient) and status <> 'WITHHELD'
          and created_at > now() - interval '24 hours') recent
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

  /** A secret is kept no longer than the mail waits. */
  private static final String SENT =
      """
      update mail_delivery
      set status = 'SENT', sent_at = now(), last_error = null,
        body = case when secret then '' else body end
      where id = ?
      """;

  private static final String RETRY =
      """
      update mail_delivery set last_error = ?, next_attempt_at = now() + make_interval(secs => ?)
      where id = ? and status = 'PENDING'
      """;

  private static final String GIVE_UP =
      """
      update mail_delivery
      set last_error = ?, status = 'FAILED', body = case when secret then '' else body end
      where id = ? and status = 'PENDING'
      """;

  @Resource(lookup = "jdbc/notification")
  private DataSource database;

  private final UnconfirmedAddressLimit limit;

  @Inject
  MailRepository(UnconfirmedAddressLimit limit) {
    this.limit = limit;
  }

  /**
   * Writes a mail down with the event it tells of; a second one of the same notice is dropped, and
   * too many to an address that is not confirmed are withheld.
   */
  void add(SqlBatch writes, Notification notice) {
    UUID user = notice.recipient().id().value();
    List<Object> mail =
        new ArrayList<>(
            List.of(
                idOf(notice.eventId(), user),
                notice.eventId(),
                user,
                notice.recipient().email(),
                notice.recipient().name(),
                notice.letter().subject(),
                notice.letter().body(),
                notice.secret()));
    if (notice.recipient().confirmed()) {
      writes.change(ADD, mail.toArray());
    } else {
      mail.add(limit.perHour());
      mail.add(limit.perDay());
      writes.change(ADD_TO_UNCONFIRMED, mail.toArray());
    }
  }

  /** Takes the mail that has been due for longest, so that no other sender takes it for a while. */
  Optional<MailDelivery> claim() {
    return claim(new SqlBatch());
  }

  void markSent(MailDelivery sent) {
    run(new SqlBatch().change(SENT, sent.id()));
  }

  /** Marks a mail as sent and takes the next one. */
  Optional<MailDelivery> markSentAndClaim(MailDelivery sent) {
    return claim(new SqlBatch().change(SENT, sent.id()));
  }

  private Optional<MailDelivery> claim(SqlBatch trip) {
    List<MailDelivery> claimed = new ArrayList<>(1);
    trip.query(
        row -> {
          if (row.next()) {
            claimed.add(delivery(row));
          }
        },
        CLAIM,
        LEASE.toSeconds());
    run(trip);
    return claimed.stream().findFirst();
  }

  void retryLater(MailDelivery delivery, String reason, Duration pause) {
    run(new SqlBatch().change(RETRY, reason, pause.toSeconds(), delivery.id()));
  }

  void giveUp(MailDelivery delivery, String reason) {
    run(new SqlBatch().change(GIVE_UP, reason, delivery.id()));
  }

  /** The same notice always makes the same mail, down to its Message-ID. */
  static UUID idOf(UUID eventId, UUID user) {
    return UUID.nameUUIDFromBytes((eventId + "/" + user).getBytes(StandardCharsets.US_ASCII));
  }

  private void run(SqlBatch trip) {
    try (Connection connection = database.getConnection()) {
      trip.runAtomically(connection);
    } catch (SQLException e) {
      throw new DatabaseUnavailable("notification", e);
    }
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
