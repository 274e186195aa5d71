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

  private static final String ADD =
      """
      insert into mail_delivery
        (id, event_id, user_id, recipient, recipient_name, subject, body, secret, status, attempts,
         created_at, next_attempt_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', 0, now(), now())
      on conflict (event_id, user_id) do nothing
      """;

  /** Withheld mails do not count, since repeated requests would prolong the pause. */
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
   * Adds a mail to the batch of its event. A duplicate of the same notification is dropped; mails
   * beyond the limit of an unconfirmed address are withheld.
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
