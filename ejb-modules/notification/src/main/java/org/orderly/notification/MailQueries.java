package org.orderly.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.Cursor;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/** Reads the mails of a user: pending ones and those sent within the last month. */
@ApplicationScoped
public class MailQueries {

  /** Hides the body of a mail that holds a secret: it is for its recipient only. */
  private static final String PAGE =
      """
      select id, recipient, subject, case when secret then '' else body end as body, status,
        created_at, sent_at
      from mail_delivery where user_id = ? and id > ? order by id limit ?
      """;

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final DomainDatabase database;

  @Inject
  MailQueries(@Domain(NotificationDatabase.DOMAIN) DomainDatabase database) {
    this.database = database;
  }

  /**
   * A page of a user's mails, ordered by id.
   *
   * @param cursor where the page begins, from the page before; {@code null} for the first
   * @throws InvalidValue if the cursor is not from such a list
   */
  public Page<MailView> of(UserId user, Limit limit, String cursor) {
    List<MailView> found =
        database.list(
            MailQueries::mail, PAGE, user.value(), position(cursor), limit.withLookahead());
    if (found.size() <= limit.value()) {
      return new Page<>(found, null);
    }
    List<MailView> shown = found.subList(0, limit.value());
    return new Page<>(shown, Cursor.encode(shown.get(shown.size() - 1).id().toString()));
  }

  private static UUID position(String cursor) {
    try {
      return cursor == null ? BEFORE_ALL : UuidV7.parse(Cursor.decode(cursor, 1).get(0));
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("cursor", "is not one that this list returned");
    }
  }

  private static MailView mail(ResultSet row) throws SQLException {
    OffsetDateTime sent = row.getObject("sent_at", OffsetDateTime.class);
    return new MailView(
        row.getObject("id", UUID.class),
        row.getString("recipient"),
        row.getString("subject"),
        row.getString("body"),
        row.getString("status"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        sent == null ? null : sent.toInstant());
  }
}
