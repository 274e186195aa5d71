package org.orderly.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Cursor;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;

/** What a user finds in the inbox. */
@ApplicationScoped
public class Notifications {

  private final InboxRepository inboxes;

  @Inject
  Notifications(InboxRepository inboxes) {
    this.inboxes = inboxes;
  }

  /**
   * A page of a user's messages, newest first.
   *
   * @param cursor where the page begins, from the page before; {@code null} for the first
   * @throws InvalidValue if the cursor is not from such a list
   */
  public Page<InboxMessage> inbox(UserId user, Limit limit, @Nullable String cursor) {
    UUID before = cursor == null ? InboxRepository.AFTER_ALL : position(cursor);
    List<InboxMessage> found =
        inboxes.newest(user, before, limit.withLookahead()).stream()
            .map(InboxEntry::message)
            .toList();
    if (found.size() <= limit.value()) {
      return new Page<>(found, null);
    }
    List<InboxMessage> shown = found.subList(0, limit.value());
    return new Page<>(shown, Cursor.encode(shown.get(shown.size() - 1).id().toString()));
  }

  private static UUID position(String cursor) {
    try {
      return UuidV7.parse(Cursor.decode(cursor, 1).get(0));
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("cursor", "is not one that this list returned");
    }
  }
}
