package org.orderly.notification.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.orderly.notification.Notification;
import org.orderly.platform.persistence.BatchResult;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/** Writes and claims mail deliveries. */
@ApplicationScoped
class MailRepository {

  /** Longer than any attempt can take; another sender may retry after it. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  /** All mails of the parameters; several to one recipient have a place among themselves. */
  private static final String MAILS =
      """
      (select m.*, row_number() over (partition by lower(m.recipient) order by m.place) - 1 as before
        from unnest(?, ?, ?, ?, ?, ?, ?, ?) with ordinality
          as m (id, event_id, user_id, recipient, name, subject, body, secret, place)) mail
      """;

  private static final String ADD =
      """
      insert into mail_delivery
        (id, event_id, user_id, recipient, recipient_name, subject, body, secret, status, attempts,
         created_at, next_attempt_at)
      select mail.id, mail.event_id, mail.user_id, mail.recipient, mail.name, mail.subject, mail.body,
        mail.secret, 'PENDING', 0, now(), now()
      from """
          + MAILS
          + " on conflict (event_id, user_id) do nothing";

  /** Withheld mails do not count, since repeated requests would prolong the pause. */
  private static final String ADD_TO_UNCONFIRMED =
      """
      insert into mail_delivery
        (id, event_id, user_id, recipient, recipient_name, subject, body, secret, status, attempts,
         created_at, next_attempt_at)
      select mail.id, mail.event_id, mail.user_id, mail.recipient, mail.name, mail.subject,
        case when mail.secret and recent.too_many then '' else mail.body end, mail.secret,
        case when recent.too_many then 'WITHHELD' else 'PENDING' end, 0, now(), now()
      from """
          + MAILS
          + """
            cross join lateral (
              select count(*) filter (where created_at > now() - interval '1 hour') + mail.before >= ?
                     or count(*) + mail.before >= ? as too_many
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

  /** A secret is deleted as soon as the mail is sent. */
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

  private final DomainDatabase database;
  private final UnconfirmedAddressLimit limit;

  @Inject
  MailRepository(@Domain("notification") DomainDatabase database, UnconfirmedAddressLimit limit) {
    this.database = database;
    this.limit = limit;
  }

  /**
   * Adds mails to the batch of their events. A duplicate of the same notification is dropped; mails
   * beyond the limit of an unconfirmed address are withheld.
   */
  void add(SqlBatch writes, List<Notification> notices) {
    List<Notification> confirmed = notices.stream().filter(MailRepository::isConfirmed).toList();
    List<Notification> unconfirmed =
        notices.stream().filter(notice -> !isConfirmed(notice)).toList();
    if (!confirmed.isEmpty()) {
      writes.change(ADD, columns(confirmed).toArray());
    }
    if (!unconfirmed.isEmpty()) {
      List<Object> values = new ArrayList<>(columns(unconfirmed));
      values.add(limit.perHour());
      values.add(limit.perDay());
      writes.change(ADD_TO_UNCONFIRMED, values.toArray());
    }
  }

  private static boolean isConfirmed(Notification notice) {
    return notice.recipient().confirmed();
  }

  private static List<Object> columns(List<Notification> notices) {
    return List.of(
        column("uuid", notices, mail -> idOf(mail.eventId(), mail.recipient().id().value())),
        column("uuid", notices, Notification::eventId),
        column("uuid", notices, mail -> mail.recipient().id().value()),
        column("text", notices, mail -> mail.recipient().email()),
        column("text", notices, mail -> mail.recipient().name()),
        column("text", notices, mail -> mail.letter().subject()),
        column("text", notices, mail -> mail.letter().body()),
        column("boolean", notices, Notification::secret));
  }

  private static Object column(
      String type, List<Notification> notices, Function<Notification, Object> value) {
    return SqlBatch.column(type, notices.stream().map(value).toList());
  }

  /** Leases the mail that has been due for longest. */
  Optional<MailDelivery> claim() {
    return claim(new SqlBatch());
  }

  void markSent(MailDelivery sent) {
    database.change(SENT, sent.id());
  }

  /** Marks a mail as sent and leases the next one. */
  Optional<MailDelivery> markSentAndClaim(MailDelivery sent) {
    return claim(new SqlBatch().change(SENT, sent.id()));
  }

  private Optional<MailDelivery> claim(SqlBatch batch) {
    BatchResult<Optional<MailDelivery>> claimed =
        batch.first(MailRepository::delivery, CLAIM, LEASE.toSeconds());
    database.atomically(batch);
    return claimed.get();
  }

  void retryLater(MailDelivery delivery, String reason, Duration pause) {
    database.change(RETRY, reason, pause.toSeconds(), delivery.id());
  }

  void giveUp(MailDelivery delivery, String reason) {
    database.change(GIVE_UP, reason, delivery.id());
  }

  /** The same notification always has the same mail id and Message-ID. */
  static UUID idOf(UUID eventId, UUID user) {
    return UUID.nameUUIDFromBytes((eventId + "/" + user).getBytes(StandardCharsets.US_ASCII));
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
